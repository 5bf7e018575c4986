/** Of this app, as in package.json: goes with a complaint. */
export const appVersion = '0.1.0'
