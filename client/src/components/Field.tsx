import type { ReactNode } from 'react'
import { Icon } from './Icon'
import { Box, Words, inMiniProgram } from './Element'
import { Entry } from './Entry'

interface LabelledProps {
  id: string
  label: string
  hint: string
  error?: string
  children: ReactNode
}

/** Label, hint, error, and below them what one fills in. */
export const Labelled = ({ id, label, hint, error, children }: LabelledProps) => (
  <Box className={error ? 'field field--err' : 'field'}>
    {inMiniProgram ? (
      <Box className="field__label">{label}</Box>
    ) : (
      <label className="field__label" htmlFor={id}>
        {label}
      </label>
    )}
    <Box as="p" className="field__hint" id={`${id}-hint`}>
      {hint}
    </Box>
    {error && (
      <Box as="p" className="field__err" id={`${id}-error`}>
        <Icon name="warn" />
        <Words>{error}</Words>
      </Box>
    )}
    {children}
  </Box>
)

/** The id of what explains a field: its error, else its hint. */
export const describedBy = (id: string, error: string | undefined): string =>
  error ? `${id}-error` : `${id}-hint`

interface Props extends Omit<LabelledProps, 'children'> {
  initial: string
  maxLength: number
  /** The text again in groups, `null` for a digit that is missing. */
  echo?: readonly (string | null)[]
  onType: (text: string) => void
  onEnter?: () => void
}

/** Label, hint, error, box, in that order. What was typed stays, whatever happens. */
export const Field = ({ id, label, hint, error, initial, maxLength, echo, onType, onEnter }: Props) => (
  <Labelled id={id} label={label} hint={hint} error={error}>
    <Entry
      id={id}
      label={label}
      className="field__in"
      initial={initial}
      maxLength={maxLength}
      invalid={error !== undefined}
      describedBy={describedBy(id, error)}
      onType={onType}
      onEnter={onEnter}
    />
    {echo && echo.length > 0 && <Echo groups={echo} />}
  </Labelled>
)

const Echo = ({ groups }: { groups: readonly (string | null)[] }) => (
  <Box className="field__echo" hidden>
    {groups.map((group, index) =>
      group === null ? (
        <Words key={index} className="field__gap">
          ?
        </Words>
      ) : (
        <Words key={index}>{group}</Words>
      ),
    )}
  </Box>
)
