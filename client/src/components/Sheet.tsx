import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from './Button'
import { Box } from './Element'
import { common } from '../texts/common'

interface Props {
  title: string
  onClose: () => void
  children: ReactNode
}

/** A sheet over the page: solid white, closed in words, by Escape, and never by a timer. */
export function Sheet({ title, onClose, children }: Props) {
  const sheet = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = typeof document === 'undefined' ? null : (document.activeElement as HTMLElement | null)
    sheet.current?.focus?.()
    return () => before?.focus?.()
  }, [])
  return (
    <Box
      className="shade"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <Box as="section" role="dialog" modal label={title} className="sheet" focusable boxRef={sheet}>
        <Box className="sheet__top">
          <Box as="h2" className="h2">
            {title}
          </Box>
          <Link text={common.close} onTap={onClose} />
        </Box>
        <Box className="sheet__b">{children}</Box>
      </Box>
    </Box>
  )
}
