/** A service that answers as a test says; it keeps what it was asked. Stands where the network is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { owingOf } from '../../cloudfunctions/resident/owingOf'
import type { Contract, Outcome, RequestOf } from '../../shared/contracts/contract'
import type { PolicyTable } from '../../shared/policy/table'
import { assess } from '../../shared/rules/assess'
import type { Person } from '../../shared/rules/person'

export interface Asked {
  useCase: string
  request: unknown
}

type Answers = Record<string, (request: unknown) => unknown>

export const answer = <C extends Contract>(
  contract: C,
  how: (request: RequestOf<C>) => Outcome<C>,
): Answers => ({ [contract.name]: how as (request: unknown) => unknown })

/** Puts the service in place of the network and returns the list of what it is asked. */
export function serve(...answers: Answers[]): Asked[] {
  const known = answers.reduce<Answers>((so, more) => ({ ...so, ...more }), {})
  const asked: Asked[] = []
  globalThis.fetch = (async (address: string, { body }: { body: string }) => {
    const useCase = address.replace(/^\/api\/\w+\//, '')
    const request: unknown = JSON.parse(body)
    asked.push({ useCase, request })
    const how = known[useCase]
    if (!how) throw new TypeError('Failed to fetch')
    return { json: async () => JSON.parse(JSON.stringify(await how(request))) as unknown }
  }) as unknown as typeof fetch
  return asked
}

/** A real table, as the service would hand it out. */
export const tableOf = (place: string): PolicyTable =>
  parse(readFileSync(join(__dirname, `../../shared/policy/tables/${place}.yaml`), 'utf8'), {
    schema: 'core',
  }) as PolicyTable

export const hash = 'a'.repeat(64)

/** What `whatIOwe` replies about one person. */
export function owed(place: string, person: Person, today: string) {
  const table = tableOf(place)
  const { id, title, number, issued } = table.notice
  const assessment = assess(table, person, today)
  return {
    owing: owingOf(assessment),
    assessment,
    today,
    coverageYear: table.coverageYear,
    person: {
      name: '王样例',
      maskedId: '6207****21',
      relation: 'self' as const,
      knowsWhy: true,
      residence: person.residence ?? null,
      identities: person.identities?.map(({ code }) => code) ?? null,
      otherCover: person.otherCover ?? null,
    },
    place: { region: table.region, name: table.place.name },
    notices: [
      {
        id,
        title,
        ...(number === 'unstated' ? {} : { number }),
        ...(issued === 'unstated' ? {} : { issued }),
      },
    ],
    tableHash: hash,
    awaitingTax: false,
  }
}

/** `listPlaces` with one place. */
export const places = (place: string, today: string) => {
  const { region, place: named, coverageYear } = tableOf(place)
  return {
    today,
    demo: false,
    places: [
      {
        region,
        name: named.name,
        level: named.level,
        collecting: true,
        years: [{ coverageYear, current: true }],
      },
    ],
  }
}
