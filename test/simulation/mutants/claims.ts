import type { Mutant } from './mutant'

const takeOrder = 'cloudfunctions/_orders/takeOrder.ts'
const closeOrder = 'cloudfunctions/_orders/closeOrder.ts'
const enrollLine = 'cloudfunctions/_orders/enrollLine.ts'
const orderRecord = 'cloudfunctions/_orders/orderRecord.ts'
const startPayment = 'cloudfunctions/resident/startPayment.ts'

/** Bugs about who holds a person and year, and until when. */
export const claimMutants: readonly Mutant[] = [
  {
    says: 'An order takes claims that another order holds.',
    file: orderRecord,
    find: 'orderNumber !== null || enrolledIn !== null',
    replace: 'orderNumber === undefined || enrolledIn !== null',
  },
  {
    says: 'An order takes people whom a roster has enrolled.',
    file: orderRecord,
    find: 'orderNumber !== null || enrolledIn !== null',
    replace: 'orderNumber !== null && enrolledIn !== undefined',
  },
  {
    says: 'A family order takes the claim of its first person only.',
    file: takeOrder,
    find: 'for (const { claimId } of lines)',
    replace: 'for (const { claimId } of lines.slice(0, 1))',
  },
  {
    says: 'A family order that meets a held claim keeps those it took before.',
    file: takeOrder,
    find: `    if (claims.some(({ claim }) => claim && isHeld(claim.fields))) return { kind: 'held' }
    const children = childrenOf(fields)
    for (const { childId, claimId } of children)
      if (await isHeldAsChild(documents, childId, claimId)) return { kind: 'heldAsChild' }
    for (const { residentId } of fields.lines)
      if (!(await holdResident(documents, residentId))) return { kind: 'nobodys' }
    for (const { childId, claimId } of children)
      await noteClaimOfChild(documents, childId, claimWithoutYear(claimId))
    for (const { claimId, claim } of claims) {`,
    replace: `    for (const { claimId, claim } of claims) {
      if (claim && isHeld(claim.fields)) return { kind: 'held' }`,
  },
  {
    says: 'A claim is taken outside the transaction that makes the order.',
    file: takeOrder,
    find: "await putOver(documents, 'claims', claimId, claim, taken)",
    replace: "await putOver(ports.store, 'claims', claimId, claim, taken)",
  },
  {
    says: 'The same key with another body gets the first order.',
    file: takeOrder,
    find: 'standing.fields.requestIndex === fields.requestIndex',
    replace: 'standing.fields.requestIndex !== null',
  },
  {
    says: 'A key taken up again is not compared with what it was made for.',
    file: startPayment,
    find: "return standing.fields.requestIndex === requestIndex ? takeUp(ports, standing) : refuse('keyReused')",
    replace: 'return takeUp(ports, standing)',
  },
  {
    says: 'A claim is of a person, a year and a county, so two counties take money for one person.',
    file: 'cloudfunctions/resident/draftOrder.ts',
    find: 'claimId: claimIdOf(cipher, resident.idNumber, policy.coverageYear),',
    replace: 'claimId: `${policy.region}-${claimIdOf(cipher, resident.idNumber, policy.coverageYear)}`,',
  },
  {
    says: 'An order number is the same for everybody who makes the same key.',
    file: orderRecord,
    find: "ports.cipher.index('order', `${callerIndex(ports)}/${key}`)",
    replace: "ports.cipher.index('order', key)",
  },
  {
    says: 'No answer to closing counts as closed.',
    file: closeOrder,
    find: "if (answer === 'closed') return",
    replace: "if (answer !== 'paid') return",
  },
  {
    says: 'An order is closed without asking WeChat.',
    file: closeOrder,
    find: 'const answer = await ports.payments.close(order.id)',
    replace: "const answer = 'closed' as string",
  },
  {
    says: 'Claims are free as soon as somebody wants an order closed.',
    file: closeOrder,
    find: "return open ? moveOrder(documents, standing, 'givenUp') : standing",
    replace: `if (open) for (const { claimId } of standing.fields.lines) await releaseClaim(documents, claimId, order.id)
    return open ? moveOrder(documents, standing, 'givenUp') : standing`,
  },
  {
    says: 'Closing frees the first person only.',
    file: closeOrder,
    find: 'for (const { claimId } of standing.fields.lines)',
    replace: 'for (const { claimId } of standing.fields.lines.slice(0, 1))',
  },
  {
    says: 'An order that a callback has paid meanwhile is closed all the same.',
    file: closeOrder,
    find: "if (standing.fields.state !== 'closing') return standing\n    for",
    replace: "if (standing.fields.state === 'closed') return standing\n    for",
    test: 'test/cloudfunctions/oneOrder.test.ts',
  },
  {
    says: 'Whoever a roster enrolled while the order was open is enrolled again by paying.',
    file: enrollLine,
    find: "if (claim && claim.fields.enrolledIn !== null) return 'already'",
    replace: '',
  },
  {
    says: 'The claim is read and not held still, so a roster may enroll the same person at the same moment.',
    file: enrollLine,
    find: "if (claim) await documents.replace('claims', claim.id, claim.revision, claim.fields)",
    replace: '',
  },
  {
    says: 'Enrollments are written outside the transaction that records the payment.',
    file: 'cloudfunctions/_orders/settleOrder.ts',
    find: 'const back = await linesToReturn(documents, order)',
    replace: 'const back = await linesToReturn(ports.store, order)',
  },
  {
    says: 'Whom the person has ended still acts for them.',
    file: 'cloudfunctions/_residents/family.ts',
    find: 'return acting?.endedAt === null ?',
    replace: 'return acting ?',
    test: 'test/cloudfunctions/acting.test.ts',
  },
  {
    says: 'A guardian pays for a stranger.',
    file: 'cloudfunctions/_residents/family.ts',
    find: `  return actingFor(ports, family?.fields.members.includes(residentId) ? residentId : 'nobody')
}

async function actingFor(ports: CallerPorts, residentId: string): Promise<FamilyMember | undefined> {
  const stored = await ports.store.get<ResidentFields>('residents', residentId)
  if (!stored || isNobodys(stored)) return undefined
  const resident = openResident(ports.cipher, stored)
  const acts = await actsFor(ports, resident.idNumber)
  const acting = actingOf(acts, callerIndex(ports))
  return acting?.endedAt === null`,
    replace: `  return actingFor(ports, family ? residentId : '')
}

async function actingFor(ports: CallerPorts, residentId: string): Promise<FamilyMember | undefined> {
  const stored = await ports.store.get<ResidentFields>('residents', residentId)
  if (!stored || isNobodys(stored)) return undefined
  const resident = openResident(ports.cipher, stored)
  const acts = await actsFor(ports, resident.idNumber)
  const acting = acts.callers[0]
  return acting?.endedAt === null`,
  },
  {
    says: 'Everybody may see and cancel everybody’s order.',
    file: orderRecord,
    find: 'return order?.fields.callerIndex === callerIndex(ports) ? order : undefined',
    replace: 'return order',
  },
  {
    says: 'A refusal names somebody else’s order.',
    file: 'cloudfunctions/resident/whoHolds.ts',
    find: 'order.fields.callerIndex === callerIndex(ports)',
    replace: 'order.fields.callerIndex !== null',
  },
]
