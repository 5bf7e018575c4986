import type { ReplyOf } from '../../../../shared/contracts/contract'
import { otherCover } from '../../../../shared/contracts/fields'
import { residenceCode, type CorrectedPart, type PersonTimeline } from '../../../../shared/contracts/person'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Pick, type Choice } from '../../components/Pick'
import { person } from '../../texts/person'
import { identityName, nameOfCode } from '../../texts/vocabulary'
import { Question } from '../Question'

const { correcting: words } = person

/** A text or a code; of identities all that are held. */
export type Right = string | readonly { code: string; since: string | null }[]

interface Props {
  part: CorrectedPart
  shown: ReplyOf<typeof PersonTimeline>
  right: Right
  onRight: (right: Right) => void
}

/** What fits the part: a choice where there is a list, else a line to write in. */
export function RightValue({ part, shown, right, onRight }: Props) {
  const label = words.value(part)
  if (part === 'identities')
    return <Identities label={label} known={shown.identities} right={right} onRight={onRight} />
  const choices = choicesOf(part, shown.towns)
  if (choices.length === 0)
    return (
      <Field id="right" label={label} hint={words.valueHint} initial="" maxLength={50} onType={onRight} />
    )
  return (
    <Question
      label={label}
      choices={choices}
      chosen={typeof right === 'string' ? right : undefined}
      onChoose={onRight}
    />
  )
}

function choicesOf(part: CorrectedPart, towns: readonly string[]): Choice[] {
  if (part === 'town') return towns.map((town) => ({ value: town, text: town }))
  if (part === 'residence')
    return residenceCode.options.map((code) => ({ value: code, text: nameOfCode('residence', code) }))
  if (part === 'otherCover')
    return otherCover.options.map((code) => ({ value: code, text: nameOfCode('otherCover', code) }))
  return []
}

interface IdentitiesProps {
  label: string
  known: readonly string[]
  right: Right
  onRight: (right: Right) => void
}

/** All that are held; one that is held already keeps the day from which it counts. */
const Identities = ({ label, known, right, onRight }: IdentitiesProps) => {
  const held = typeof right === 'string' ? [] : right
  const toggle = (code: string) =>
    onRight(
      held.some((one) => one.code === code)
        ? held.filter((one) => one.code !== code)
        : [...held, { code, since: null }],
    )
  const codes = [...new Set([...held.map(({ code }) => code), ...known])]
  return (
    <Box role="group" label={label}>
      <Box as="p" className="strong block__h">
        {label}
      </Box>
      {codes.map((code) => {
        const one = held.find((each) => each.code === code)
        return (
          <Pick
            key={code}
            kind="checkbox"
            choice={{
              value: code,
              text: identityName(code),
              ...(one ? { hint: words.since(one.since) } : {}),
            }}
            on={one !== undefined}
            onTap={() => toggle(code)}
          />
        )
      })}
    </Box>
  )
}
