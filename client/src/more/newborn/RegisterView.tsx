import { guardianConsent } from '../../../../shared/contracts/fields'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { ErrorSummary, type Mistake } from '../../components/ErrorSummary'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { Pick } from '../../components/Pick'
import { RadioCards } from '../../components/RadioCards'
import { Said } from '../../components/Sentence'
import { idEcho } from '../../pages/who/idEcho'
import { dayFrom } from '../../texts/figures'
import { newborn } from '../../texts/newborn'
import { question } from '../../texts/question'
import { who } from '../../texts/who'
import type { Child } from './childOf'
import { looksLikeCertificate, type Typed } from './registerMistakes'
import type { Registrable } from './registrable'

const words = newborn.register

interface Props {
  way: Registrable
  child: Child
  today: string
  typed: Typed
  mistakes: readonly Mistake[]
  trouble?: readonly string[]
  busy: boolean
  onType: (typed: Typed) => void
  onGo: (field: string) => void
  onNext: () => void
  onBack: () => void
}

const sexes = (['male', 'female'] as const).map((value) => ({ value, text: question.sex[value] }))

/** Name, number and the guardian's consent; what was typed stays, whatever the answer. */
export const RegisterView = (props: Props) => {
  const { way, child, today, typed, mistakes, trouble, busy, onType, onGo, onNext, onBack } = props
  const errorOf = (field: string) => mistakes.find((mistake) => mistake.field === field)?.text
  const byId = child.home === 'hukou'
  return (
    <>
      {mistakes.length > 0 && (
        <Box className="errs-room">
          <ErrorSummary mistakes={mistakes} onGo={onGo} />
        </Box>
      )}
      <Box className="stack stack--wide">
        <Box className="stack stack--close">
          <Box as="h1" className="h1">
            {words.heading}
          </Box>
          <Box as="p">{words.wayOf(way.label)}</Box>
          <Box as="p">
            <Said text={words.alsoPay(dayFrom(way.lastDay, today))} />
          </Box>
        </Box>
        <Field
          id="name"
          label={words.name}
          hint={words.nameHint}
          error={errorOf('name')}
          initial={typed.name}
          maxLength={40}
          onType={(name) => onType({ ...typed, name })}
        />
        <Field
          id="number"
          label={byId ? words.idNumber : words.number}
          hint={byId ? words.idHint : words.numberHint}
          error={errorOf('number')}
          initial={typed.number}
          maxLength={30}
          echo={looksLikeCertificate(typed.number) ? [] : idEcho(typed.number)}
          onType={(number) => onType({ ...typed, number })}
        />
        {!byId && looksLikeCertificate(typed.number) && (
          <Box className="stack stack--close">
            <Box as="h2" className="h2">
              {words.sex}
            </Box>
            <RadioCards
              id="sex"
              label={words.sex}
              choices={sexes}
              chosen={typed.sex}
              onChoose={(sex) => onType({ ...typed, sex })}
            />
          </Box>
        )}
        <Box role="group" label={who.consentLabel}>
          {guardianConsent.options.map((version) => (
            <Pick
              key={version}
              id="consent"
              kind="checkbox"
              choice={{ value: version, ...who.consents[version] }}
              on={typed.consent === version}
              onTap={() => onType({ ...typed, consent: typed.consent === version ? undefined : version })}
            />
          ))}
        </Box>
        {trouble ? (
          <Notice tone="stop" icon="warn" lines={trouble} announced />
        ) : (
          <Notice icon="info" lines={[words.noIdentity]} />
        )}
        <Button text={busy ? words.busy : words.next(way.sum)} onTap={onNext} />
        <SecondButton text={words.back} onTap={onBack} />
      </Box>
    </>
  )
}
