import { Box } from '../../components/Element'
import { rules as words } from '../../texts/rules'
import { count } from '../../texts/workbench'
import type { Changes } from './RulesView'

/** The four figures of a comparison, and how complete the count of people is. */
export function Figures({ changes: { rows, counted } }: { changes: Changes }) {
  const figures = [
    { key: 'changed', number: rows.filter(({ isChanged }) => isChanged).length, unit: words.items },
    { key: 'more', number: counted.more, unit: words.people },
    { key: 'less', number: counted.less, unit: words.people },
    { key: 'open', number: rows.filter(({ isOpen }) => isOpen).length, unit: words.items },
  ] as const
  return (
    <>
      <Box className="figs block block--near">
        {figures.map(({ key, number, unit }) => (
          <Box key={key} className="fig">
            <Box as="p" className="muted">
              {words.figures[key]}
            </Box>
            <Box as="p" className="fig__n nowrap">
              {count(number)} {unit}
            </Box>
          </Box>
        ))}
      </Box>
      <Box as="p" className="small muted">
        {countedText(counted)}
        {counted.unknown > 0 && words.unknown(count(counted.unknown))}
      </Box>
    </>
  )
}

const countedText = ({ asOf, parts, allParts }: Changes['counted']): string => {
  if (asOf === null) return words.notCounted
  return parts < allParts ? words.counting(parts, allParts) : words.asOf(asOf)
}
