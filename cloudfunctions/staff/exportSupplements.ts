/** 导出应补名单: in full, because whoever pays needs the account; who took it and when stands in it and in the audit log. */
import { ExportSupplements } from '../../shared/contracts/supplements'
import { noteTaken } from '../_audit/noteTaken'
import { csvLine, csvLineAsIs, harmless } from '../_exports/csvLine'
import { watermarkLine } from '../_exports/watermarkLine'
import columns from '../_match/supplementColumns.json'
import { yuanText } from '../../shared/rules/money'
import type { SupplementFields } from '../_match/supplementRecord'
import { matchIdOf } from '../_match/matchRecord'
import { personOf, supplementsPage } from '../_match/supplementList'
import type { StaffPorts } from '../_ports/ports'
import type { Stored } from '../_ports/store'
import { done } from '../_ports/useCase'
import { contactOf, openContact } from '../_residents/contactRecord'
import { subsidyPaymentOf } from '../_residents/subsidyPayment'
import { staffUseCase } from '../_staff/staffUseCase'

const rowsPerCall = 200

export const exportSupplements = staffUseCase(
  ExportSupplements,
  ['bureau', 'finance', 'clerk'],
  async ({ coverageYear, month, town, cursor }, ports) => {
    const matchId = matchIdOf(ports.staff.region, coverageYear, month)
    const page = await supplementsPage(ports.store, { matchId, town }, rowsPerCall, cursor)
    const lines = (await Promise.all(page.documents.map((one) => lineOf(ports, one)))).filter(
      (line) => line !== undefined,
    )
    await noteTaken(
      ports,
      { action: 'supplementsExported', object: `matches/${matchId}` },
      page.documents.map(({ fields }) => fields.residentId),
    )
    const head =
      cursor === undefined ? `\uFEFF${csvLine([watermarkLine(ports)])}${csvLine(columns.columns)}` : ''
    return done({
      csv: head + lines.map(csvLineAsIs).join(''),
      rows: lines.length,
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    })
  },
)

async function lineOf(
  ports: StaffPorts,
  supplement: Stored<SupplementFields>,
): Promise<string[] | undefined> {
  const { store, cipher } = ports
  const { residentId, coverageYear, town, kind, fen, payMonth } = supplement.fields
  const person = await personOf(ports, supplement)
  if (!person) return undefined
  const { account } = openContact(cipher, await contactOf(store, residentId))
  const payment = await subsidyPaymentOf(store, residentId, coverageYear)
  return [
    harmless(town ?? ''),
    harmless(person.name),
    asText(person.idNumber),
    asText(account ?? ''),
    columns.kinds[kind as keyof typeof columns.kinds],
    yuanText(fen),
    payMonth ?? columns.monthUnstated,
    payment?.fields.paidOn ?? '',
  ]
}

/** A spreadsheet takes long digits for a number and loses the last ones: a tab before them keeps them a text. */
const asText = (digits: string): string => (/^\w+$/.test(digits) ? `\t${digits}` : harmless(digits))
