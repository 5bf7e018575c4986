/** A town or village as an address carries it: the mini-program hands it on encoded, a browser does not. Empty: none. */
export const placeFrom = (text: string | undefined): string | null =>
  text === undefined || text === '' ? null : decodeURIComponent(text)
