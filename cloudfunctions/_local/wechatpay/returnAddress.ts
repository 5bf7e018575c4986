/** Where the payer goes back to: an address on the payer page's own origin, or nothing. */
export function returnAddress(pageUrl: string, wanted: string): URL | undefined {
  const page = new URL(pageUrl)
  if (!URL.canParse(wanted, page)) return undefined
  const address = new URL(wanted, page)
  return address.origin === page.origin ? address : undefined
}

/**
 * The address with the payer's result in it. A hash router reads its parameters behind the `#`, so there they
 * go if the hash is a route.
 */
export function withResult(address: URL, result: string): string {
  const returned = new URL(address)
  if (!returned.hash.startsWith('#/')) {
    returned.searchParams.set('result', result)
    return returned.href
  }
  const [route = '', query = ''] = returned.hash.split('?', 2)
  const parameters = new URLSearchParams(query)
  parameters.set('result', result)
  returned.hash = `${route}?${parameters}`
  return returned.href
}
