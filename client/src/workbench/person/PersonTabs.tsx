import { replace } from '../../navigation'
import { person as words } from '../../texts/person'
import { Tabs } from '../Tabs'

/** The parts of 居民: one person, and records that may be one. */
export const PersonTabs = ({ on }: { on: keyof typeof words.tabs }) => (
  <Tabs
    outer
    tabs={(['find', 'duplicates'] as const).map((key) => ({ key, text: words.tabs[key] }))}
    on={on}
    onTab={(key) => (key === 'find' ? replace('person', {}) : replace('duplicates', {}))}
  />
)
