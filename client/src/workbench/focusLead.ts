/** Puts the focus on the heading of a part of the page, so that it is read aloud and the Tab key goes on from there. Browser only. */
export function leadTo(part: HTMLElement): void {
  const target = part.querySelector<HTMLElement>('h1, h2, h3') ?? part
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1
  target.focus()
}
