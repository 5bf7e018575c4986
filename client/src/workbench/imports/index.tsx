import './imports.scss'
import { useRouter } from '@tarojs/taro'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { imports as words } from '../../texts/imports'
import { DeskPage } from '../DeskPage'
import { Begin } from './Begin'
import { History } from './History'
import { OneImport } from './OneImport'

/** 导入: one that is under way, or a new one and all there were. */
export default function ImportsPage() {
  const { import: importId } = useRouter().params
  return (
    <DeskPage tab="imports">
      {(me) =>
        importId ? (
          <OneImport key={importId} importId={importId} />
        ) : me.imports.length === 0 ? (
          <Empty title={words.begin.none} text={words.begin.noneText} />
        ) : (
          <Box className="cols">
            <Box className="col">
              <Begin kinds={me.imports} coverageYear={me.coverageYear} />
            </Box>
            <Box className="col">
              <History />
            </Box>
          </Box>
        )
      }
    </DeskPage>
  )
}
