import type { ProgressMark } from '../../../../shared/contracts/progress'
import { Box } from '../../components/Element'
import { Fact, SummaryList } from '../../components/SummaryList'
import { progress as words } from '../../texts/progress'

/** 参保率: what this notice asks of whom, each with its clause; that it asks nothing is said as well. */
export const Rates = ({ marks }: { marks: readonly ProgressMark[] }) => (
  <Box as="section" className="block desk__narrow">
    <Box as="h2" className="h2 block__h">
      {words.rates}
    </Box>
    <SummaryList>
      {marks.map(({ percent, stated, who, base, of, clauses }) => {
        const label = who ?? words.rateEverybody
        const rate = percent === 100 ? words.rateAll(percent) : words.rateOf(percent)
        const lines = stated
          ? [rate, ...(base ? [words.base(base)] : []), ...(of === 'group' ? [words.rateGroup] : [])]
          : [words.rateReference]
        const source = {
          sureness: stated ? ('stated' as const) : ('unstated' as const),
          clauses,
          says: words.rateSays(label, percent),
        }
        return <Fact key={`${percent}${label}`} fact={{ key: label, label, lines, source }} />
      })}
    </SummaryList>
  </Box>
)
