/** One preset for both builds: React, TypeScript, and the mini-program's dialect of JavaScript. */
module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]],
}
