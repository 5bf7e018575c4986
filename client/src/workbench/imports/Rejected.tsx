import { useState } from 'react'
import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ImportRejects } from '../../../../shared/contracts/importRejects'
import type { ImportShown } from '../../../../shared/contracts/imports'
import { RejectedRows } from '../../../../shared/contracts/rejectedRows'
import { call } from '../../api/call'
import { useCall } from '../../api/useCall'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { Table } from '../../components/Table'
import { Unanswered } from '../../pages/Unanswered'
import { imports as words } from '../../texts/imports'
import { count } from '../../texts/workbench'
import { useExport } from '../useExport'

const { rejected } = words

/** The rows that are not taken: where, what is written, why, and how to mend it; and all of them as a file. */
export function Rejected({ shown }: { shown: ImportShown }) {
  const { importId, kind, counts } = shown
  const [from, setFrom] = useState(0)
  const { asked, again } = useCall(RejectedRows, { importId, from })
  const { says, start } = useExport({
    fileName: rejected.file(words.kinds[kind].name),
    ask: ({ cursor }) => rejectsFrom(importId, cursor),
    refusals: words.steps,
    words: rejected.saving,
  })
  return (
    <Box as="section" className="block">
      <Box className="above block__h">
        <Box as="h2" className="h2">
          {rejected.heading(count(counts.rejected))}
        </Box>
        <Link icon="save" text={rejected.save} onTap={start} />
      </Box>
      <Box as="p" live="polite" className="small">
        {says}
      </Box>
      {asked.kind === 'done' ? (
        <>
          <Rows rows={asked.reply.rows} />
          {asked.reply.next !== undefined && (
            <Link text={rejected.more} onTap={() => setFrom(asked.reply.next ?? 0)} />
          )}
        </>
      ) : (
        <Unanswered asked={asked} onAgain={again} />
      )}
    </Box>
  )
}

const Rows = ({ rows }: Pick<ReplyOf<typeof RejectedRows>, 'rows'>) => (
  <Table
    label={rejected.heading(count(rows.length))}
    columns={[
      { key: 'where', title: rejected.columns.where },
      { key: 'written', title: rejected.columns.written },
      { key: 'why', title: rejected.columns.why },
      { key: 'mend', title: rejected.columns.mend },
    ]}
    rows={rows.map(({ row, heading, written, reason, sameAs }) => ({
      key: String(row),
      cells: {
        where: rejected.where(count(row), heading),
        written: written === '' ? rejected.empty : written,
        why: (
          <Words className="strong">
            {sameAs === null ? words.reasons[reason].why : rejected.sameAs(count(sameAs))}
          </Words>
        ),
        mend: words.reasons[reason].mend,
      },
    }))}
  />
)

/** A piece of the file: the service counts the rows where the next one begins. */
async function rejectsFrom(importId: string, cursor = '0') {
  const answer = await call(ImportRejects, { importId, from: Number(cursor) })
  if (answer.kind !== 'done') return answer
  const { csv, next } = answer.reply
  return { kind: 'done' as const, reply: { csv, cursor: next === undefined ? undefined : String(next) } }
}
