import { Button, Link } from './Button'
import { Box, Words } from './Element'
import type { Drawing } from './Icon'
import { Money } from './Money'
import { Tag, type Tone } from './Tag'
import { common } from '../texts/common'

export interface PersonShown {
  key: string
  name: string
  kin?: string
  tag: { tone: Tone; icon: Drawing; text: string }
  /** What is due now, in yuan; only someone with a button has it. */
  dueYuan?: string
  line: string
  action: { text: string; label: string; kind: 'button' | 'link' }
}

/** One member of the family: state, sum, deadline, one thing to do. */
export const PersonCard = ({ person, onOpen }: { person: PersonShown; onOpen: () => void }) => (
  <Box
    as="section"
    label={person.name}
    className={person.action.kind === 'button' ? 'person' : 'person person--done'}
  >
    <Box className="person__top">
      <Box as="h2" className="person__name">
        {person.name} {person.kin && <Words className="person__kin">{person.kin}</Words>}
      </Box>
      <Tag {...person.tag} />
    </Box>
    {person.dueYuan !== undefined && <Money label={common.payNow} yuan={person.dueYuan} />}
    <Box as="p" className={person.dueYuan === undefined ? 'person__line' : 'muted'}>
      {person.line}
    </Box>
    {person.action.kind === 'button' ? (
      <Button text={person.action.text} label={person.action.label} onTap={onOpen} />
    ) : (
      <Link text={person.action.text} label={person.action.label} onTap={onOpen} />
    )}
  </Box>
)
