import './person.scss'
import { useRouter } from '@tarojs/taro'
import { DeskPage } from '../DeskPage'
import { Find } from './Find'
import { OnePerson } from './OnePerson'

/** 居民: looks for somebody, or shows the one that was found, come to from a list, or chosen from a pair. */
export default function PersonPage() {
  const { resident } = useRouter().params
  return (
    <DeskPage tab="person">
      {(me) => (resident ? <OnePerson key={resident} me={me} residentId={resident} /> : <Find />)}
    </DeskPage>
  )
}
