import type { ImportKind } from '../../shared/contracts/imports'
import type { MissingPerson } from '../../shared/contracts/missing'
import { csvLine } from '../_exports/csvLine'
import allWords from './progressWords.json'

const words = allWords.ownMissing

/** What stands above the list: who took it along, of which roster and town, and the headings. */
export const ownMissingHead = (watermark: string, kind: ImportKind, town: string | null): string =>
  `\uFEFF${[
    [watermark],
    [rosterName(kind), town ?? allWords.unknownTown, words.says],
    [words.village, words.name, words.maskedId],
  ]
    .map(csvLine)
    .join('')}`

/** One line a person, with nothing of them but who they are. */
export const ownMissingLines = (
  people: readonly Pick<MissingPerson, 'name' | 'maskedId'>[],
  village: string | null,
): string =>
  people.map(({ name, maskedId }) => csvLine([village ?? allWords.unknownVillage, name, maskedId])).join('')

const rosterName = (kind: ImportKind): string =>
  (words.rosters as Readonly<Partial<Record<ImportKind, string>>>)[kind] ?? ''
