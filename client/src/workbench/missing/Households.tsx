import { useState } from 'react'
import type { MissingPerson } from '../../../../shared/contracts/missing'
import { specialGroupName } from '../../../../shared/contracts/specialNotes'
import { Box, Tappable, Words } from '../../components/Element'
import { missing as words } from '../../texts/missing'
import { progress } from '../../texts/progress'
import { PersonOpen } from './PersonOpen'

/** The missing of a village, household by household; one of them may be open. */
export function Households({
  people,
  coverageYear,
}: {
  people: readonly MissingPerson[]
  coverageYear: number
}) {
  const [open, setOpen] = useState<string>()
  const [noted, setNoted] = useState<ReadonlyMap<string, MissingPerson['noted']>>(new Map())
  return (
    <Box as="ol" className="block block--near">
      {householdsOf(people).map(({ key, household, members }) => (
        <Box as="li" key={key} className="household">
          <Box as="p" className="small muted household__line">
            {household === null ? words.noHousehold : words.household(members.length)}
          </Box>
          {members.map((member) => {
            const { residentId } = member
            const isOpen = residentId === open
            return (
              <Box key={residentId}>
                <PersonLine
                  person={
                    noted.has(residentId) ? { ...member, noted: noted.get(residentId) ?? null } : member
                  }
                  isOpen={isOpen}
                  onTap={() => setOpen(isOpen ? undefined : residentId)}
                />
                {isOpen && (
                  <PersonOpen
                    residentId={residentId}
                    coverageYear={coverageYear}
                    onNoted={(now) => setNoted(new Map(noted).set(residentId, now))}
                    onClose={() => setOpen(undefined)}
                  />
                )}
              </Box>
            )
          })}
        </Box>
      ))}
    </Box>
  )
}

interface LineProps {
  person: MissingPerson
  isOpen: boolean
  onTap: () => void
}

const PersonLine = ({ person: { name, maskedId, why, noted }, isOpen, onTap }: LineProps) => (
  <Tappable className={isOpen ? 'case case--on' : 'case'} pressedClass="case--pressed" onTap={onTap}>
    <Words className="case__b">
      <Words className="strong">{name}</Words>
      <Words className="small muted case__since">{maskedId}</Words>
    </Words>
    <Words className="small">{noted ? words.noted(specialGroupName(noted.group)) : progress.whys[why]}</Words>
  </Tappable>
)

interface Household {
  key: string
  household: string | null
  members: MissingPerson[]
}

/** The list comes by household; those without one stand alone. */
function householdsOf(people: readonly MissingPerson[]): Household[] {
  const found: Household[] = []
  for (const person of people) {
    const last = found.at(-1)
    if (person.household !== null && last?.household === person.household) last.members.push(person)
    else found.push({ key: person.residentId, household: person.household, members: [person] })
  }
  return found
}
