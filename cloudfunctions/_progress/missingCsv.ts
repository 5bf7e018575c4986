import type { MissingPerson } from '../../shared/contracts/missing'
import { specialGroupName } from '../../shared/contracts/specialNotes'
import { csvLine } from '../_exports/csvLine'
import type { Village } from './missingWalk'
import allWords from './progressWords.json'

const words = allWords.missing

/** What stands above the list: who took it along, of which village, and the headings. */
export const missingHead = (watermark: string, { town, village }: Omit<Village, 'region'>): string =>
  `\uFEFF${[
    [watermark],
    [town ?? allWords.unknownTown, village ?? allWords.unknownVillage],
    [words.household, words.name, words.maskedId, words.why, words.mark, words.visited],
  ]
    .map(csvLine)
    .join('')}`

/** Few enough to be read beside a door, and enough that two households of a village do not share them by chance. */
const householdCharacters = 8

/** One line a person. A household is a few characters that its people share and that say nothing else. */
export const missingLines = (people: readonly MissingPerson[]): string =>
  people
    .map(({ household, name, maskedId, why, noted }) =>
      csvLine([
        household?.slice(0, householdCharacters) ?? words.noHousehold,
        name,
        maskedId,
        words.reasons[why],
        noted ? `${words.noted}${specialGroupName(noted.group)}` : '',
        '',
      ]),
    )
    .join('')
