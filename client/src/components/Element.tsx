/**
 * The place that knows the two platforms, with `Entry.tsx` for what is typed. In a browser these are real HTML elements, so that focus, keys
 * and screen readers work by themselves; in the mini-program they are Taro's, with WeChat's spoken attributes.
 */
import { Text, View } from '@tarojs/components'
import type { CSSProperties, KeyboardEvent, MouseEvent, ReactNode, Ref } from 'react'

/** Built for WeChat; else for a browser. */
export const inMiniProgram = process.env.TARO_ENV === 'weapp'

type Block = 'div' | 'section' | 'header' | 'main' | 'nav' | 'footer' | 'p' | 'h1' | 'h2' | 'h3' | 'ol' | 'li'

interface Spoken {
  /** What a screen reader says instead of the text inside. */
  label?: string
  role?: string
  hidden?: boolean
  live?: 'polite' | 'assertive'
}

interface BoxProps extends Spoken {
  as?: Block
  className?: string
  style?: CSSProperties
  id?: string
  modal?: boolean
  /** Can take the focus by script, as a page's error summary does. Browser only. */
  focusable?: boolean
  boxRef?: Ref<HTMLElement>
  onKeyDown?: (event: KeyboardEvent) => void
  children?: ReactNode
}

/** A block of the page. Headings keep their level on both platforms. */
export function Box({ as = 'div', className, style, id, boxRef, onKeyDown, children, ...rest }: BoxProps) {
  if (inMiniProgram) {
    return (
      <View {...given({ className, style, id, ...spokenInMini(rest, as), 'aria-modal': rest.modal })}>
        {children}
      </View>
    )
  }
  const Tag = as as 'div'
  return (
    <Tag
      {...given({ className, style, id, ...spokenInBrowser(rest), 'aria-modal': rest.modal })}
      {...(rest.focusable ? { tabIndex: -1 } : {})}
      ref={boxRef as Ref<HTMLDivElement>}
      onKeyDown={onKeyDown}
    >
      {children}
    </Tag>
  )
}

interface WordsProps extends Spoken {
  className?: string
  children?: ReactNode
}

/** Words within a line. */
export function Words({ className, children, ...rest }: WordsProps) {
  if (inMiniProgram) {
    return <Text {...given({ className, ...spokenInMini(rest) })}>{children}</Text>
  }
  return <span {...given({ className, ...spokenInBrowser(rest) })}>{children}</span>
}

interface TappableProps extends Spoken {
  className: string
  /** Darkens at once while pressed; the browser does the same by `:active`. */
  pressedClass: string
  id?: string
  checked?: boolean
  /** The page one is on, among ways to several. Browser only. */
  current?: boolean
  /** The Tab key passes it by: arrow keys lead there. Browser only. */
  isPassedByTab?: boolean
  /** The second click of a double click is none: under it may lie the next case's button by then. Browser only. */
  isOnce?: boolean
  onTap: () => void
  children?: ReactNode
}

/** Anything that can be tapped. It is a button unless `role` says otherwise, and its name is `label` or its text. */
export function Tappable({
  className,
  pressedClass,
  id,
  role,
  label,
  checked,
  current,
  isPassedByTab,
  isOnce,
  onTap,
  children,
}: TappableProps) {
  if (inMiniProgram) {
    return (
      <View
        {...given({
          className,
          id,
          'aria-role': role ?? 'button',
          'aria-label': label,
          'aria-checked': spell(checked),
        })}
        hoverClass={pressedClass}
        hoverStartTime={0}
        hoverStayTime={60}
        onClick={onTap}
      >
        {children}
      </View>
    )
  }
  return (
    <button
      type="button"
      className={`bare bare--tap ${className}`}
      {...given({
        id,
        role,
        'aria-label': label,
        'aria-checked': checked,
        'aria-current': current ? ('page' as const) : undefined,
        tabIndex: isPassedByTab ? -1 : undefined,
      })}
      onClick={(event: MouseEvent) => {
        event.stopPropagation()
        if (!isOnce || event.detail < 2) onTap()
      }}
    >
      {children}
    </button>
  )
}

const spell = (flag: boolean | undefined): string | undefined =>
  flag === undefined ? undefined : String(flag)

const headings: Partial<Record<Block, number>> = { h1: 1, h2: 2, h3: 3 }

/** What is said of something, in the mini-program's own attributes; a heading keeps its level. */
export function spokenInMini({ label, role, hidden, live }: Spoken, as?: Block) {
  const level = as && headings[as]
  return {
    'aria-label': label,
    'aria-role': role ?? (level ? 'heading' : undefined),
    'aria-level': level,
    'aria-hidden': spell(hidden),
    'aria-live': live,
  }
}

function spokenInBrowser({ label, role, hidden, live }: Spoken) {
  return { 'aria-label': label, role, 'aria-hidden': hidden, 'aria-live': live }
}

/** Leaves out what is not set: every attribute sent to the mini-program's view costs bytes. */
export function given<T extends Record<string, unknown>>(attributes: T): T {
  return Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== undefined)) as T
}
