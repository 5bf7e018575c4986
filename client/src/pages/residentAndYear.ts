/** Reads the page's address: whom and which coverage year it is about. Undefined where the address is broken. */
export function residentAndYear(
  params: Partial<Record<string, string>>,
): { residentId: string; coverageYear: number } | undefined {
  const coverageYear = Number(params.year)
  if (!params.resident || !Number.isInteger(coverageYear)) return undefined
  return { residentId: params.resident, coverageYear }
}
