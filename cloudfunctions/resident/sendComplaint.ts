/** 意见投诉: to the office that the table names for the topic, with what the page knows. */
import type { RequestOf } from '../../shared/contracts/contract'
import { SendComplaint } from '../../shared/contracts/sendComplaint'
import { deskFor } from '../../shared/rules/deskFor'
import {
  complaintOf,
  openWords,
  sealWords,
  shownComplaint,
  takeIn,
  type Complaint,
  type ComplaintFields,
} from '../_complaints/complaintRecord'
import { mayComplain } from '../_limits/mayComplain'
import { orderOfCaller } from '../_orders/orderRecord'
import type { Ports } from '../_ports/ports'
import { done, refuse, useCase } from '../_ports/useCase'
import { callerIndex, familyOf } from '../_residents/family'

type Request = RequestOf<typeof SendComplaint>

export const sendComplaint = useCase(SendComplaint, async (request, ports) => {
  const policy = ports.policies.inForce(request.region, request.coverageYear)
  if (!policy) return refuse('noPolicy')
  const id = ports.cipher.index('complaint', `${callerIndex(ports)}/${request.key}`).slice(0, 32)
  const standing = await complaintOf(ports.store, id)
  if (!standing && !(await mayComplain(ports))) return refuse('tooMany')
  const fields = await fieldsOf(ports, id, request)
  const complaint =
    standing ??
    (await ports.store.transaction((documents) =>
      takeIn(documents, id, { ...fields, desk: deskFor(policy.table, request.topic) }),
    ))
  if (!isSame(ports, complaint, request)) return refuse('keyReused')
  return done({ complaint: shownComplaint(ports.cipher, complaint, policy.table) })
})

const isSame = ({ cipher }: Ports, complaint: Complaint, { topic, text, region, coverageYear }: Request) =>
  complaint.fields.kind === topic &&
  complaint.fields.region === region &&
  complaint.fields.coverageYear === coverageYear &&
  openWords(cipher, complaint, 'text') === text

async function fieldsOf(ports: Ports, id: string, request: Request): Promise<Omit<ComplaintFields, 'desk'>> {
  const { topic, text, region, coverageYear, page, version, orderNumber } = request
  const order = orderNumber === undefined ? undefined : await orderOfCaller(ports, orderNumber)
  const at = ports.clock.now()
  return {
    kind: topic,
    state: 'received',
    region,
    town: await ownTown(ports, region),
    coverageYear,
    page,
    version,
    orderNumber: order?.id ?? null,
    residentId: null,
    recorded: null,
    says: null,
    sealedText: sealWords(ports.cipher, id, 'text', text),
    sealedAnswer: null,
    callerIndex: callerIndex(ports),
    handledBy: null,
    sentAt: at,
    changedAt: at,
  }
}

async function ownTown(ports: Ports, region: string): Promise<string | null> {
  const family = await familyOf(ports)
  const self = family.find(({ relation, resident }) => relation === 'self' && resident.region === region)
  return self?.resident.town ?? null
}
