import type { RequestOf } from '../../../../shared/contracts/contract'
import { ExportOwnMissing } from '../../../../shared/contracts/ownRoster'
import { call } from '../../api/call'
import { ownRoster as words } from '../../texts/ownRoster'
import { ExportButton } from '../ExportButton'

interface Props {
  request: RequestOf<typeof ExportOwnMissing>
  placeName: string
}

/** 导出名单 of a village or a whole town. */
export const ExportOwn = ({ request, placeName }: Props) => (
  <ExportButton
    text={words.export}
    fileName={words.file(placeName, request.kind, request.coverageYear)}
    ask={(from) => call(ExportOwnMissing, { ...request, ...from })}
    refusals={words.refusals}
  />
)
