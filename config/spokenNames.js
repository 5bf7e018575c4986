const path = require('node:path')
const spokenAttributes = require('./spokenAttributes.json')

/**
 * Taro drops `aria-*` in the mini-program. This puts the attributes into the WXML templates and,
 * by the same list, into the runtime's table of short names. One without the other shifts every
 * short name behind it, and inputs and pickers fall silent.
 *
 * @param {import('@tarojs/service').IPluginContext} ctx
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, spokenAttributes)
      platform.runtimePath = [platform.runtimePath, path.join(__dirname, 'spokenNamesRuntime.js')].flat()
    },
  })
}
