import { guardianConsent, type Relation } from '../../../../shared/contracts/fields'
import { Button, Link } from '../../components/Button'
import { Box } from '../../components/Element'
import { ErrorSummary, type Mistake } from '../../components/ErrorSummary'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { Pick } from '../../components/Pick'
import { RadioCards } from '../../components/RadioCards'
import { go } from '../../navigation'
import { who as words } from '../../texts/who'
import { idEcho } from './idEcho'
import { fieldIds, type Typed } from './mistakesOf'

interface Props {
  typed: Typed
  /** It is clear what the person is to the caller: nothing is asked. */
  isSelf: boolean
  isChild: boolean
  mistakes: readonly Mistake[]
  /** Said by the service: not found, out of reach. Not about one field. */
  trouble?: readonly string[]
  busy: boolean
  onType: (typed: Typed) => void
  onGo: (field: string) => void
  onNext: () => void
}

const relations: readonly Relation[] = ['self', 'spouse', 'parent', 'child', 'other']

/** Name, ID number, and what the person is to the caller; everything stays, whatever the answer. */
export const WhoView = (props: Props) => {
  const { typed, isSelf, isChild, mistakes, trouble, busy, onType, onGo, onNext } = props
  const errorOf = (field: string) => mistakes.find((mistake) => mistake.field === field)?.text
  return (
    <>
      {mistakes.length > 0 && (
        <Box className="errs-room">
          <ErrorSummary mistakes={mistakes} onGo={onGo} />
        </Box>
      )}
      <Box className="stack stack--wide">
        <Box as="h1" className="h1">
          {isSelf ? words.headingSelf : words.heading}
        </Box>
        <Field
          id={fieldIds.name}
          label={words.name}
          hint={words.nameHint}
          error={errorOf(fieldIds.name)}
          initial={typed.name}
          maxLength={40}
          onType={(name) => onType({ ...typed, name })}
        />
        <Field
          id={fieldIds.idNumber}
          label={words.idNumber}
          hint={words.idHint}
          error={errorOf(fieldIds.idNumber)}
          initial={typed.idNumber}
          maxLength={30}
          echo={idEcho(typed.idNumber)}
          onType={(idNumber) => onType({ ...typed, idNumber })}
        />
        {!isSelf && (
          <Box>
            <Box as="h2" className="h2">
              {words.relation}
            </Box>
            <Box as="p" className="muted block__h">
              {words.relationHint}
            </Box>
            <RadioCards
              id={fieldIds.relation}
              label={words.relation}
              choices={relations.map((value) => ({ value, ...words.relations[value] }))}
              chosen={typed.relation}
              onChoose={(relation) => onType({ ...typed, relation })}
            />
          </Box>
        )}
        {isChild && (
          <Box role="group" label={words.consentLabel}>
            {guardianConsent.options.map((version) => (
              <Pick
                key={version}
                id={fieldIds.consent}
                kind="checkbox"
                choice={{ value: version, ...words.consents[version] }}
                on={typed.consent === version}
                onTap={() => onType({ ...typed, consent: typed.consent === version ? undefined : version })}
              />
            ))}
          </Box>
        )}
        {trouble && <Notice tone="stop" icon="warn" lines={trouble} announced />}
        {!trouble && <Notice icon="lock" lines={words.privacy[words.consentVersion]} />}
        <Button text={busy ? words.busy : words.next} onTap={onNext} />
        <Link text={words.myData} onTap={() => go('privacy', {})} />
      </Box>
    </>
  )
}
