import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { ErrorSummary, type Mistake } from '../../components/ErrorSummary'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { who as words } from '../../texts/who'
import { idEcho } from './idEcho'
import type { Typed } from './mistakesOf'

interface Props {
  typed: Typed
  mistakes: readonly Mistake[]
  /** Said by the service: not found, out of reach. Not about one field. */
  trouble?: readonly string[]
  busy: boolean
  onType: (typed: Typed) => void
  onGo: (field: string) => void
  onNext: () => void
}

/** Name and ID number; everything typed stays, whatever the answer. */
export const WhoView = ({ typed, mistakes, trouble, busy, onType, onGo, onNext }: Props) => {
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
          {words.heading}
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
          id="idNumber"
          label={words.idNumber}
          hint={words.idHint}
          error={errorOf('idNumber')}
          initial={typed.idNumber}
          maxLength={30}
          echo={idEcho(typed.idNumber)}
          onType={(idNumber) => onType({ ...typed, idNumber })}
        />
        {trouble && <Notice tone="stop" icon="warn" lines={trouble} announced />}
        <Button text={busy ? words.busy : words.next} onTap={onNext} />
        {!trouble && <Notice icon="lock" lines={[words.privacy]} />}
      </Box>
    </>
  )
}
