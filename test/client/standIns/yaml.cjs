const { parse } = require('yaml')

/** The same as the builds' loader: YAML in, a module of plain data out. */
module.exports = {
  process: (text) => ({
    code: `module.exports = { __esModule: true, default: ${JSON.stringify(parse(text))} }`,
  }),
}
