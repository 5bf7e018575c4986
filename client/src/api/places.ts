import { useEffect, useState } from 'react'
import { ListPlaces } from '../../../shared/contracts/listPlaces'
import type { ReplyOf } from '../../../shared/contracts/contract'
import { call, type Reached } from './call'

/** The places this service covers, and the day it goes by. */
export type Places = ReplyOf<typeof ListPlaces>
/** One of them, with the coverage years it has a table for. */
export type Place = Places['places'][number]

type AskedPlaces = { kind: 'asking' } | Reached<typeof ListPlaces>

let known: Promise<Reached<typeof ListPlaces>> | undefined
/** What a page opens with: one that knows the places is drawn once, not twice. */
let latest: AskedPlaces = { kind: 'asking' }

/** Asked once while the app is open; an answer that did not come is asked for again. */
async function placesOnce(): Promise<Reached<typeof ListPlaces>> {
  known ??= call(ListPlaces, {})
  const answer = await known
  if (answer.kind === 'done') latest = answer
  else known = undefined
  return answer
}

/** The places this service covers, and the day it goes by. */
export function usePlaces(): { asked: AskedPlaces; again: () => void } {
  const [asked, setAsked] = useState(latest)
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void placesOnce().then((answer) => {
      if (!gone) setAsked(answer)
    })
    return () => {
      gone = true
    }
  }, [turn])
  return { asked, again: () => setTurn(turn + 1) }
}

/** The coverage year to show first. */
export const currentYear = (place: Place): number | undefined =>
  (place.years.find((year) => year.current) ?? place.years[place.years.length - 1])?.coverageYear
