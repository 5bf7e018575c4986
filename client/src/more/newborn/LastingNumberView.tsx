import { Button } from '../../components/Button'
import { Box } from '../../components/Element'
import { ErrorSummary } from '../../components/ErrorSummary'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { focusField } from '../../pages/focusField'
import { idEcho } from '../../pages/who/idEcho'
import { newborn } from '../../texts/newborn'
import { who } from '../../texts/who'

const words = newborn.lasting

interface Props {
  name: string
  maskedId: string
  typed: string
  mistake?: string
  trouble?: readonly string[]
  busy: boolean
  onType: (typed: string) => void
  onNext: () => void
}

/** The ID number of one child; what was paid is said to stay. */
export const LastingNumberView = (props: Props) => {
  const { name, maskedId, typed, mistake, trouble, busy, onType, onNext } = props
  return (
    <>
      {mistake && (
        <Box className="errs-room">
          <ErrorSummary mistakes={[{ field: 'number', text: mistake }]} onGo={focusField} />
        </Box>
      )}
      <Box className="stack stack--wide">
        <Box className="stack stack--close">
          <Box as="h1" className="h1">
            {words.heading(name)}
          </Box>
          <Box as="p" className="muted">
            {words.now(maskedId)}
          </Box>
        </Box>
        <Field
          id="number"
          label={newborn.register.idNumber}
          hint={who.idHint}
          error={mistake}
          initial={typed}
          maxLength={30}
          echo={idEcho(typed)}
          onType={onType}
        />
        <Notice
          tone={trouble ? 'stop' : 'plain'}
          icon={trouble ? 'warn' : 'info'}
          lines={trouble ?? [words.stays]}
          announced={trouble !== undefined}
        />
        <Button text={busy ? words.busy : words.next} onTap={onNext} />
      </Box>
    </>
  )
}
