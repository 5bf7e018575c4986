import { Button, Link, SecondButton } from './Button'
import { Box, Words } from './Element'
import type { Drawing } from './Icon'
import { Money } from './Money'
import { Tag, type Tone } from './Tag'
import { common } from '../texts/common'

/** One member of the family, as home shows them. */
export interface PersonShown {
  key: string
  name: string
  kin?: string
  tag: { tone: Tone; icon: Drawing; text: string }
  /** What is due now, in yuan; only someone with a button has it. */
  dueYuan?: string
  /** Of several people who owe something, none has the page's largest figure. */
  figure?: 'due' | 'figure'
  line: string
  action: { text: string; label: string; kind: 'button' | 'second' | 'link' }
}

/** One member of the family: state, sum, deadline, one thing to do. */
export const PersonCard = ({ person, onOpen }: { person: PersonShown; onOpen: () => void }) => (
  <Box
    as="section"
    label={person.name}
    className={person.action.kind === 'link' ? 'person person--done' : 'person'}
  >
    <Box className="person__top">
      <Box as="h2" className="person__name">
        {person.name} {person.kin && <Words className="person__kin">{person.kin}</Words>}
      </Box>
      <Tag {...person.tag} />
    </Box>
    {person.dueYuan !== undefined && (
      <Money label={common.payNow} yuan={person.dueYuan} size={person.figure} />
    )}
    <Box as="p" className={person.dueYuan === undefined ? 'person__line' : 'muted'}>
      {person.line}
    </Box>
    <Act {...person.action} onTap={onOpen} />
  </Box>
)

const Act = ({ kind, text, label, onTap }: PersonShown['action'] & { onTap: () => void }) => {
  const Kind = kind === 'button' ? Button : kind === 'second' ? SecondButton : Link
  return <Kind text={text} label={label} onTap={onTap} />
}
