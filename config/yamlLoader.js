const { parse } = require('yaml')

/** Lets the client carry the vocabulary as data: YAML in, a module of plain JSON out. */
module.exports = (text) => `export default ${JSON.stringify(parse(text))}`
