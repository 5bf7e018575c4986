/** 进度: how many of a county's people are enrolled for a coverage year, by town and village, and how far that is from the targets. */
import * as z from 'zod/mini'
import { staffContract } from './contract'
import type { Role } from './staff'
import { citedNotice, civilDay, clauses, coverageYear, fen, instant, place, placeName } from './fields'

/** Who sees how far a county is: those who ask people to enroll, those who answer for the money, and those who check. */
export const progressReaders: readonly Role[] = ['clerk', 'bureau', 'tax', 'finance', 'auditor']

/** Who sees the people who are missing: those who go to their doors. */
export const doorWorkers: readonly Role[] = ['clerk', 'bureau']

const people = z.int().check(z.minimum(0))

/** Why somebody who should enroll has not: each person has one reason, the first of these that fits. */
export const missingWhy = z.enum(['elsewhere', 'subsidised', 'lastYear', 'other'])
export type MissingWhy = z.infer<typeof missingWhy>

/** People of one place, each counted in the register once and as enrolled or missing at most once. */
const progressCounts = z.object({
  /** 登记在册: everybody of the register. */
  registered: people,
  /** 其中职工医保. Whoever is insured so is not missing. */
  employee: people,
  /** Enrolled, by the way it came about; `onBehalf` is 代缴. */
  wechat: people,
  counter: people,
  roster: people,
  onBehalf: people,
  /** 特殊人群, checked by the bureau, and not enrolled. */
  exempt: people,
  /** Not enrolled, by the reason. */
  elsewhere: people,
  subsidised: people,
  lastYear: people,
  other: people,
})
export type ProgressCounts = z.infer<typeof progressCounts>

/** 应参保: the register less those with employee insurance, as shandan-2021#附表 reckons it. */
export const shouldEnroll = ({ registered, employee }: ProgressCounts): number => registered - employee

/** Who is missing, by the reasons; the special groups that the bureau has checked are not. */
export const missingIn = ({ elsewhere, subsidised, lastYear, other }: ProgressCounts): number =>
  elsewhere + subsidised + lastYear + other

/** A name as the notice or the register writes it; null: the register does not say (未登记). */

const standing = {
  counts: progressCounts,
  /** 到账人数: enrolled in whatever way. */
  done: people,
}

/** `notice`: printed in it · `imported`: sent by an office as a table (导入的任务数). */
const targetSource = z.enum(['notice', 'imported'])
export type TargetSource = z.infer<typeof targetSource>

/** How far a place is from its target, and whose that is; all null without one. */
const againstTarget = {
  target: z.nullable(people),
  targetFrom: z.nullable(targetSource),
  /** Target less done: negative where more are enrolled. */
  gap: z.nullable(z.int()),
  /** Of the target, with one decimal; never 100 before the target is reached. Null of a target of 0. */
  percent: z.nullable(z.number()),
}

/** One town, or whatever the notice lists as a unit. Where it has a printed target and an imported one, the printed counts. */
const progressUnit = z.object({
  name: placeName,
  ...standing,
  /** The row as printed, by the column's key; null where the notice does not list the unit. */
  printed: z.nullable(z.record(z.string(), people)),
  imported: z.nullable(people),
  ...againstTarget,
})
export type ProgressUnit = z.infer<typeof progressUnit>

/**
 * What places come to: everybody; `reckoned` those of places with a target from one source, the notice's where it prints any, null
 * where there is none; `outside` everybody else, null where that is nobody. `shortfall` adds only places that are not done.
 */
const sums = {
  ...standing,
  reckoned: z.nullable(
    z.object({
      ...standing,
      target: people,
      targetFrom: targetSource,
      percent: z.nullable(z.number()),
      shortfall: people,
    }),
  ),
  outside: z.nullable(z.object({ ...standing, names: z.array(placeName) })),
}
const progressSums = z.object(sums)
export type ProgressSums = z.infer<typeof progressSums>

/**
 * A percentage to compare with: stated by the notice (of whom, and where that stands), or usual elsewhere and shown for reference
 * only, because this notice states none. `lies`: it is the target itself · that much of the target · that much of those in the
 * register who should enroll.
 */
const progressMark = z.object({
  percent: z.number(),
  stated: z.boolean(),
  of: z.enum(['everybody', 'group']),
  /** In our own words; null for the reference. */
  who: z.nullable(z.string()),
  /** Whose figures the notice takes as the base; null where it does not say. */
  base: z.nullable(z.string()),
  clauses,
  lies: z.enum(['isTarget', 'ofTarget', 'ofRegister']),
})
export type ProgressMark = z.infer<typeof progressMark>

/**
 * 进度: every unit within the caller's reach in the notice's order, then those an office sent a target of in its order, then others of
 * the register, then those without a town.
 */
export const ReadProgress = staffContract({
  name: 'readProgress',
  /** Left out: the year that is being collected. */
  request: z.object({ coverageYear: z.optional(coverageYear) }),
  reply: z.object({
    place,
    coverageYear,
    /** Everything that stood at this moment is counted; null: not counted yet. */
    asOf: z.nullable(instant),
    /** A count under way: how many of the parts are done. */
    counting: z.nullable(z.object({ done: z.int(), of: z.int() })),
    /** 任务分解表: its columns in the printed order; null: the notice's text has none. */
    targets: z.nullable(
      z.object({
        clauses,
        base: z.nullable(z.string()),
        columns: z.array(z.object({ key: z.string(), title: z.string() })),
      }),
    ),
    marks: z.array(progressMark),
    units: z.array(progressUnit),
    /** `printed`: the sums of the printed rows, column by column. */
    total: z.object({ ...sums, printed: z.nullable(z.record(z.string(), people)) }),
    /** The last day of collecting, where the notice states one. */
    until: z.nullable(civilDay),
    notices: z.array(citedNotice),
    /** Whom to ask about what the notice leaves open. */
    ask: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
    mayCount: z.boolean(),
  }),
  refusals: ['noPolicy'],
})

/**
 * 一个乡镇: its villages in the order of the office that sent their targets, then by name, last those without one. A town out of reach
 * is as absent as none.
 */
export const ReadTown = staffContract({
  name: 'readTown',
  request: z.object({ coverageYear: z.optional(coverageYear), town: placeName }),
  reply: z.object({
    place,
    coverageYear,
    asOf: instant,
    unit: progressUnit,
    /** Where the notice prints its targets; empty where it prints none. */
    clauses,
    villages: z.array(z.object({ village: placeName, ...standing, ...againstTarget })),
    /** What the villages come to. */
    total: progressSums,
    notices: z.array(citedNotice),
  }),
  refusals: ['noPolicy', 'notFound'],
})

/** 重新数: a county's people anew, some parts at a call; ask again until nothing is `counting`. By the bureau alone. */
export const CountProgress = staffContract({
  name: 'countProgress',
  request: z.object({
    coverageYear,
    /** Begins anew where nothing is under way; left out: goes on. */
    anew: z.optional(z.literal(true)),
  }),
  reply: z.object({
    asOf: z.nullable(instant),
    counting: z.nullable(z.object({ done: z.int(), of: z.int() })),
  }),
  refusals: ['noPolicy', 'notWholeRegion'],
})

/** 导出进度表: what `ReadProgress` shows, or `ReadTown` where a town is named, as CSV. */
export const ExportProgress = staffContract({
  name: 'exportProgress',
  request: z.object({ coverageYear, town: z.optional(placeName) }),
  reply: z.object({ csv: z.string() }),
  refusals: ['noPolicy', 'notFound'],
})

/** What a unit comes to when the head count is read in one of the ways the notice allows. */
const fundReading = z.object({ heads: people, fen })

/**
 * One unit's work fund. `reached`: the task was done by the step's day · `open`: not yet, and a step's day is still to come ·
 * `missed`: no step's day is left · `noTarget`: the notice does not list it.
 */
const fundUnit = z.object({
  name: placeName,
  target: z.nullable(people),
  state: z.enum(['reached', 'open', 'missed', 'noTarget']),
  /** The step reached, or the next one to come: its place in `steps`. */
  step: z.nullable(z.int()),
  done: people,
  /** Enrolled on a day nobody wrote down: in `done`, and in no step's head count. */
  undated: people,
  /** The smaller first; one where both agree, none where nothing is due yet. */
  readings: z.array(fundReading),
})
export type FundUnit = z.infer<typeof fundUnit>

/**
 * 工作经费: what each town is due by the day its task was done. The notice does not say on which day heads are counted, so it is
 * read in two ways: those of the step's day, and all there are now. `unstated`: this notice has no such money.
 */
export const ReadWorkFund = staffContract({
  name: 'readWorkFund',
  request: z.object({ coverageYear }),
  reply: z.object({
    asOf: z.nullable(instant),
    fund: z.nullable(
      z.object({
        clauses,
        steps: z.array(z.object({ doneBy: civilDay, fenPerHead: fen })),
        afterwardsFenPerHead: fen,
        units: z.array(fundUnit),
        /** Of the bureau: by all heads of the county; null where the notice gives it none, or to a town's clerk. */
        bureau: z.nullable(z.object({ fenPerHead: fen, heads: people, fen })),
      }),
    ),
    notices: z.array(citedNotice),
  }),
  refusals: ['noPolicy'],
})
