import type { FactShown, SourceShown } from '../../shared/contracts/person'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { contactOf, openContact, type Contact } from '../_residents/contactRecord'
import { identityPart, type Part } from '../_residents/residentParts'
import { openResident, type ResidentFields } from '../_residents/residentRecord'
import { sourceOf, sourcesOf } from '../_residents/sourceRecord'
import { maskIdNumber } from '../../shared/identity/idNumber'
import { shownSource } from './shownSource'

type Plain = Pick<FactShown, 'value' | 'since'> & { part: Part }

/** What is known of a person, part by part, each with who said it; what nobody said is not in it. */
export async function factsWithSources(
  ports: StaffPorts,
  stored: Stored<ResidentFields>,
): Promise<FactShown[]> {
  const sources = await sourcesOf(ports.store, stored.id)
  const contact = openContact(ports.cipher, await contactOf(ports.store, stored.id))
  const facts: FactShown[] = []
  for (const { part, ...fact } of plainFacts(ports, stored, contact)) {
    const other = sources?.contradicted.find((one) => one.part === part)
    facts.push({
      part,
      ...fact,
      source: await shownOrNull(ports, sourceOf(sources, part)),
      contradictedBy: await shownOrNull(ports, other),
    })
  }
  for (const { part, ...ending } of sources?.ended ?? []) {
    const other = sources?.contradicted.find((one) => one.part === part)
    const code = part.replace('identity.', '')
    facts.push({
      part: `ended.${code}`,
      value: code,
      since: null,
      source: await shownSource(ports, ending),
      contradictedBy: await shownOrNull(ports, other),
    })
  }
  return facts
}

const shownOrNull = (
  ports: StaffPorts,
  source: Parameters<typeof shownSource>[1] | undefined,
): Promise<SourceShown | null> => (source ? shownSource(ports, source) : Promise.resolve(null))

function plainFacts(
  { cipher, staff }: StaffPorts,
  stored: Stored<ResidentFields>,
  contact: Contact,
): Plain[] {
  const { fields } = stored
  const { name, idNumber } = openResident(cipher, stored)
  const values: [Part, string | number | null | undefined][] = [
    ['name', name],
    ['idNumber', maskIdNumber(idNumber)],
    ['town', fields.town],
    ['village', fields.village],
    ['household', contact.household],
    ['address', contact.address],
    // Whoever only looks calls nobody.
    ['phone', staff.role === 'auditor' ? undefined : contact.phone],
    ['account', contact.account && hiddenButLast(contact.account)],
    ['residence', fields.residence],
    ['otherCover', fields.otherCover],
    ['lastCovered', fields.lastCovered],
    ['student', fields.student],
  ]
  const plain = values.flatMap(([part, value]) =>
    value === null || value === undefined ? [] : [{ part, value: String(value), since: null }],
  )
  return [...plain, ...identityFacts(fields.identities)]
}

const identityFacts = (identities: ResidentFields['identities']): Plain[] =>
  identities?.length === 0
    ? [{ part: 'identities', value: 'none', since: null }]
    : (identities ?? []).map(({ code, since }) => ({ part: identityPart(code), value: code, since }))

/** An account is told by its last four digits. */
const hiddenButLast = (account: string): string => `****${account.slice(-4)}`
