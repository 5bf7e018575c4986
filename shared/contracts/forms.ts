/** 表册: which forms a place has, one form being made, and what is taken along of it. */
import * as z from 'zod/mini'
import { form } from '../forms/form'
import { staffContract } from './contract'
import { citedNotice, civilDay, clauses, clientKey, coverageYear } from './fields'

/** Which form, by the name of its definition. */
const formKey = z.string().check(z.regex(/^[a-z][A-Za-z0-9]{2,40}$/))

const formId = z.string().check(z.regex(/^[0-9a-f]{64}$/))

const placeName = z.string().check(z.minLength(1), z.maxLength(60))

/** `printed`: the notice prints it with its columns · `named`: it names it and no more · `own`: it does not know it. */
const formOrigin = z.enum(['printed', 'named', 'own'])

const formOffered = z.object({
  key: formKey,
  name: z.string(),
  origin: formOrigin,
  clauses,
  /** Whether a village has to be named, because there is one sheet for each. */
  perVillage: z.boolean(),
  /** Whether it has rows, so that blank ones can be left. */
  hasRows: z.boolean(),
  /** Whether it is about payments between two days. */
  period: z.boolean(),
  /** What has to be checked by hand, because no record says it. */
  check: z.nullable(z.string()),
})
export type FormOffered = z.infer<typeof formOffered>

/** 表册: the forms this place has, and the towns within the caller's reach, as the notice lists them. */
export const ListForms = staffContract({
  name: 'listForms',
  request: z.object({}),
  reply: z.object({
    coverageYear,
    forms: z.array(formOffered),
    /** Empty where nobody of the place has a town: then forms are made for the whole place. */
    towns: z.array(z.string()),
    notices: z.array(citedNotice),
  }),
  refusals: [],
})

/** The villages of a town; of one out of reach there are none. */
export const ListVillages = staffContract({
  name: 'listVillages',
  request: z.object({ town: z.nullable(placeName) }),
  reply: z.object({ villages: z.array(z.string()) }),
  refusals: [],
})

/** `tooLong` more people than one form takes · `clearing` its rows are being emptied, nobody reads them any more · `cleared` they are. */
export const formState = z.enum(['gathering', 'ready', 'tooLong', 'clearing', 'cleared'])
export type FormState = z.infer<typeof formState>

/** The most blank rows that are printed for filling in by hand. */
const mostBlankRows = 100

/**
 * 做一份表册: begins it, or goes on: asked again with the same key until it is `ready`. `tooLong`: more people than one form takes;
 * for one village it is shorter.
 */
export const PrepareForm = staffContract({
  name: 'prepareForm',
  request: z.object({
    key: clientKey,
    form: formKey,
    town: z.nullable(placeName),
    village: z.nullable(placeName),
    /** Days of payment, both included; null: the whole coverage year. */
    from: z.nullable(civilDay),
    to: z.nullable(civilDay),
    /** False: an empty form. */
    filled: z.boolean(),
    blankRows: z.int().check(z.minimum(0), z.maximum(mostBlankRows)),
  }),
  reply: z.object({
    formId,
    state: formState,
    /** People looked at, and people on the form, so far. */
    looked: z.int(),
    people: z.int(),
  }),
  refusals: ['unknownForm', 'townUnknown', 'villageMissing', 'otherForm'],
})

/** The first rows or pages of a form as it will be printed, and how many there are in all. */
export const PreviewForm = staffContract({
  name: 'previewForm',
  request: z.object({ formId }),
  reply: z.object({
    form,
    people: z.int(),
    /** How many files the printed form, and the workbook, come in. */
    volumes: z.int(),
  }),
  refusals: ['notFound', 'notNow'],
})

const formFile = z.enum(['pdf', 'xlsx'])

/** 打印、下载: one volume (册) of a form, counted from 1. Each is noted in the audit log. */
export const TakeForm = staffContract({
  name: 'takeForm',
  request: z.object({ formId, as: formFile, volume: z.int().check(z.minimum(1), z.maximum(999)) }),
  reply: z.object({
    /** Names nobody. */
    fileName: z.string(),
    /** Base64. */
    content: z.string(),
  }),
  refusals: ['notFound', 'notNow'],
})
