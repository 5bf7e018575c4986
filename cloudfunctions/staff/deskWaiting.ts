/** 等着办的: counts only, so that whoever opens the first page of the day has looked at nobody. */
import { DeskWaiting } from '../../shared/contracts/deskWaiting'
import { desksOf, role } from '../../shared/contracts/staff'
import { complaintDesksOf } from '../../shared/contracts/staffComplaints'
import type { StaffPorts } from '../_ports/ports'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

const countedAtMost = 99

export const deskWaiting = staffUseCase(DeskWaiting, role.options, async (_request, ports) => {
  const { role: own } = ports.staff
  const acts = own !== 'auditor'
  const refundDesks = acts ? (desksOf[own] ?? []) : []
  const complaintDesks = acts ? (complaintDesksOf[own] ?? []) : []
  return done({
    refunds: await Promise.all(
      refundDesks.map(async (desk) => ({
        desk,
        ...(await queueOf(ports, 'refunds', { desk }, 'requestedAt')),
      })),
    ),
    complaints: await Promise.all(
      complaintDesks.map(async (desk) => ({
        desk,
        ...(await queueOf(ports, 'complaints', { desk, state: 'received' }, 'sentAt')),
      })),
    ),
    proofs:
      own === 'clerk' || own === 'bureau'
        ? await queueOf(ports, 'proofs', { state: 'received' }, 'receivedAt')
        : null,
  })
})

async function queueOf(
  { store }: StaffPorts,
  collection: string,
  where: Readonly<Record<string, string>>,
  since: string,
) {
  const { documents, cursor } = await store.find<Record<string, string>>(collection, {
    where,
    sort: { field: since, order: 'ascending' },
    limit: countedAtMost,
  })
  return {
    count: documents.length,
    more: cursor !== undefined,
    oldest: documents[0]?.fields[since] ?? null,
  }
}
