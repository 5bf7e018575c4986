import type { ImportKind } from '../../shared/contracts/imports'
import type { MissingPerson } from '../../shared/contracts/missing'
import kinds from '../../shared/imports/kinds.json'
import { csvLine } from '../_exports/csvLine'
import allWords from './progressWords.json'

const words = allWords.ownMissing

/** What stands above the list: who took it along, of which roster and town, and the headings. */
export const ownMissingHead = (watermark: string, kind: ImportKind, town: string | null): string =>
  `\uFEFF${[
    [watermark],
    [kinds[kind].name, town ?? allWords.unknownTown, words.says],
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
