import { correctedPart, type CorrectedPart, type FactShown } from '../../../../shared/contracts/person'
import { Link } from '../../components/Button'
import { Box, Words } from '../../components/Element'
import { person as words } from '../../texts/person'

interface Props {
  facts: readonly FactShown[]
  mayCorrect: readonly string[]
  onCorrect: (part: CorrectedPart) => void
}

/** Every fact with who said it; what may be corrected and is not known has a line too, so that it can be said. */
export const Known = ({ facts, mayCorrect, onCorrect }: Props) => {
  const missing = correctedPart.options.filter(
    (part) => mayCorrect.includes(part) && !facts.some((fact) => correctable(fact.part) === part),
  )
  return (
    <Box className="sum">
      {facts.map((fact) => {
        const part = correctable(fact.part)
        return (
          <Line
            key={fact.part}
            fact={fact}
            part={part && mayCorrect.includes(part) ? part : undefined}
            onCorrect={onCorrect}
          />
        )
      })}
      {missing.map((part) => (
        <Line key={part} part={part} onCorrect={onCorrect} />
      ))}
    </Box>
  )
}

/** The part by which a fact is corrected: identities are corrected together. */
function correctable(part: string): CorrectedPart | undefined {
  const whole = part.startsWith('identity.') ? 'identities' : part
  return correctedPart.options.find((one) => one === whole)
}

interface LineProps {
  fact?: FactShown
  part: CorrectedPart | undefined
  onCorrect: (part: CorrectedPart) => void
}

const Line = ({ fact, part, onCorrect }: LineProps) => {
  const name = words.partName(fact?.part ?? part ?? '')
  return (
    <Box className="known">
      <Words className="known__k">{name}</Words>
      <Box className="known__b">
        <Box className="known__v">{fact ? valueOf(fact) : words.correcting.nowNothing}</Box>
        {fact && <SourceOf fact={fact} />}
      </Box>
      {part && (
        <Link
          className="link--small"
          text={words.correct}
          label={words.correctOf(fact ? `${name}，${valueOf(fact)}` : name)}
          onTap={() => onCorrect(part)}
        />
      )}
    </Box>
  )
}

const valueOf = ({ part, value, since }: FactShown): string =>
  [words.valueName(part, value), ...(since === null ? [] : [words.since(since)])].join('，')

const SourceOf = ({ fact }: { fact: FactShown }) => {
  const against = words.contradicted(fact)
  return (
    <>
      <Words className="saidby">{fact.source ? words.source(fact.source) : words.noSource}</Words>
      {against !== null && <Words className="saidby saidby--against">{against}</Words>}
    </>
  )
}
