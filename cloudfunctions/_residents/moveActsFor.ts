import type { ServicePorts } from '../_ports/ports'
import { putOver } from '../_ports/put'
import type { Documents } from '../_ports/store'
import { joinedActs, nobodyActs, personIndexOf, type ActsForFields } from './actsForRecord'
import type { FamilyFields } from './family'

/** Who acts for a person goes on acting for them under another number, in every place that knows them. Inside a transaction. */
export async function moveActsFor(
  { cipher }: Pick<ServicePorts, 'cipher'>,
  documents: Documents,
  from: string,
  into: string,
): Promise<void> {
  const [before, after] = [personIndexOf(cipher, from), personIndexOf(cipher, into)]
  const temporary = await documents.get<ActsForFields>('actsFor', before)
  if (!temporary) return
  const lasting = await documents.get<ActsForFields>('actsFor', after)
  const fields = joinedActs(lasting?.fields ?? nobodyActs, temporary.fields)
  await putOver(documents, 'actsFor', after, lasting, fields)
  const { self } = temporary.fields
  if (self !== null) await moveSelf(documents, self, before, fields.self === self ? after : null)
}

/** Whoever is taken for this person is so under the number that stays; by the one that went they could name themselves no more. */
async function moveSelf(
  documents: Documents,
  caller: string,
  before: string,
  after: string | null,
): Promise<void> {
  const family = await documents.get<FamilyFields>('families', caller)
  if (family?.fields.self === before)
    await documents.replace('families', caller, family.revision, { ...family.fields, self: after })
}
