import { useEffect, useRef } from 'react'
import { Box, Tappable, Words, inMiniProgram } from './Element'
import { errors } from '../texts/errors'

/** One thing to mend. */
export interface Mistake {
  /** The id of the field to mend. */
  field: string
  text: string
}

/** What has to be mended, first on the page. It takes the focus, and each line leads to its field. */
export function ErrorSummary({
  mistakes,
  onGo,
}: {
  mistakes: readonly Mistake[]
  onGo: (field: string) => void
}) {
  const box = useRef<HTMLElement>(null)
  useEffect(() => {
    box.current?.focus?.()
    if (!inMiniProgram) box.current?.scrollIntoView?.({ block: 'start' })
  }, [mistakes])
  return (
    <Box
      as="section"
      role="alert"
      label={errors.count(mistakes.length)}
      className="errs"
      focusable
      boxRef={box}
    >
      <Box as="h2" className="errs__h">
        {errors.count(mistakes.length)}
      </Box>
      {mistakes.map((mistake) => (
        <Tappable
          key={mistake.field}
          className="errs__i"
          pressedClass="link--pressed"
          label={mistake.text}
          onTap={() => onGo(mistake.field)}
        >
          <Words>{mistake.text}</Words>
        </Tappable>
      ))}
    </Box>
  )
}
