/** What is wrong with something typed, and what to do about it. */
export const errors = {
  count: (places: number) => `有${places}处要改`,
}
