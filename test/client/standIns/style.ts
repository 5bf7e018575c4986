/** Styles say nothing to a test in jsdom. */
export default {}
