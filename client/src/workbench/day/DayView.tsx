import type { ReplyOf } from '../../../../shared/contracts/contract'
import type { DayAccount } from '../../../../shared/contracts/dayAccount'
import type { DifferenceShown, PushShown } from '../../../../shared/contracts/day'
import { role } from '../../../../shared/contracts/staff'
import { AnswerBlock } from '../../components/AnswerBlock'
import { SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Table } from '../../components/Table'
import { Tag } from '../../components/Tag'
import { fullDay, shortMoment, sum, sumInline, yuan } from '../../texts/figures'
import { dayAccount as words } from '../../texts/deskMoney'
import { count, workbench } from '../../texts/workbench'
import { toneOf } from '../days/toneOf'

type Account = ReplyOf<typeof DayAccount>

/** One day: what came in, where the bill says otherwise, and who has it. */
export const DayView = ({ account, onBack }: { account: Account; onBack: () => void }) => (
  <>
    <Box className="desk__title">
      <Box as="h1" className="h1">
        {words.heading(fullDay(account.date))}
      </Box>
      <Tag {...toneOf(account.stage)} text={words.stages[account.stage]} />
    </Box>
    <Box as="p" className="muted">
      {account.reconciled ? words.reconciled : words.notReconciled}
    </Box>
    <Box className="cols block block--near">
      <Box className="col">
        <Sums sums={account.sums} />
        <Due due={account.due} />
      </Box>
      <Box className="col">
        <Differences differences={account.differences} />
        <Versions versions={account.versions} />
      </Box>
    </Box>
    <Box className="block desk__narrow">
      <SecondButton text={words.back} onTap={onBack} />
    </Box>
  </>
)

const sumLines = ['paidFen', 'feesFen', 'owedFen', 'backFen', 'suspenseFen'] as const

const Sums = ({ sums }: { sums: Account['sums'] }) => (
  <Box as="section">
    <Box as="h2" className="h2 block__h">
      {words.sums}
    </Box>
    <Table
      label={words.sums}
      columns={[
        { key: 'what', title: words.columns.what },
        { key: 'sum', title: words.columns.here, isFigure: true },
      ]}
      rows={sumLines.map((key) => ({
        key,
        cells: {
          what:
            key === 'paidFen'
              ? `${words.lines[key]}　${words.payments(count(sums.payments))}`
              : words.lines[key],
          sum: sum(sums[key]),
        },
      }))}
    />
  </Box>
)

const Due = ({ due }: { due: Account['due'] }) => (
  <Box className="block block--near">
    <AnswerBlock
      source={{
        sureness: due.clauses.length > 0 ? 'stated' : 'unstated',
        clauses: due.clauses,
        says: words.dueStated,
      }}
      value={words.due(shortMoment(due.by))}
    >
      {due.clauses.length > 0 ? words.dueStated : words.dueUnstated}
    </AnswerBlock>
  </Box>
)

const Differences = ({ differences }: { differences: readonly DifferenceShown[] }) => (
  <Box as="section">
    <Box as="h2" className="h2 block__h">
      {words.differences}
    </Box>
    {differences.length === 0 ? (
      <Box as="p">{words.noDifference}</Box>
    ) : (
      <Table
        label={words.differences}
        columns={[
          { key: 'what', title: words.columns.what },
          { key: 'here', title: words.columns.here, isFigure: true },
          { key: 'there', title: words.columns.there, isFigure: true },
          { key: 'state', title: words.columns.state },
        ]}
        rows={differences.map(({ kind, number, hereFen, thereFen, mendedAt }) => ({
          key: `${kind}-${number}`,
          cells: {
            what: `${words.kinds[kind]}　${number}`,
            here: hereFen === null ? words.nothing : yuan(hereFen),
            there: thereFen === null ? words.nothing : yuan(thereFen),
            state: mendedAt === null ? words.standing : words.mended(shortMoment(mendedAt)),
          },
        }))}
      />
    )}
  </Box>
)

const Versions = ({ versions }: { versions: readonly PushShown[] }) => (
  <Box as="section" className="block">
    <Box as="h2" className="h2 block__h">
      {words.versions}
    </Box>
    {versions.length === 0 && <Box as="p">{words.notSent}</Box>}
    {versions.map((push) => (
      <Box key={push.version} className="version">
        <Box className="desk__title">
          <Box as="h3" className="strong">
            {words.version(push.version)}
          </Box>
          <Tag
            tone={push.inTime ? 'ok' : 'bad'}
            icon={push.inTime ? 'tick' : 'warn'}
            text={push.inTime ? words.inTime : words.late}
          />
        </Box>
        <Box as="p">{words.versionText(push, sumInline(push.fen))}</Box>
        {push.departments.map(({ name, state, at }) => (
          <Box as="p" key={name} className="small muted">
            {departmentOf(name)}　{words.receipts[state]}
            {at === null ? '' : `　${shortMoment(at)}`}
          </Box>
        ))}
      </Box>
    ))}
  </Box>
)

/** Departments are known to the service by their role. */
const departmentOf = (name: string): string => {
  const known = role.safeParse(name)
  return known.success ? workbench.roles[known.data] : name
}
