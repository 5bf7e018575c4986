import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')

/** Real px everywhere: rpx would turn 18 px into 15.4 px on a phone 320 px wide. */
const realPixels = { pxtransform: { enable: false, config: {} } }

/** The parts of webpack-chain that are used here. */
interface Chain {
  module: {
    rule(name: string): { test(of: RegExp): { use(name: string): { loader(file: string): unknown } } }
  }
  resolve: { alias: { set(name: string, file: string | false): unknown } }
  optimization: { splitChunks(how: object): unknown }
}

/** The vocabulary is YAML; the phone gets it as JSON. */
const readingYaml = (chain: Chain) => {
  chain.module
    .rule('yaml')
    .test(/\.yaml$/)
    .use('yaml')
    .loader(path.join(root, 'config/yamlLoader.js'))
}

/** In a browser: HTML elements instead of Taro's components, and what pages share is loaded once. */
const forBrowsers = (chain: Chain) => {
  readingYaml(chain)
  chain.resolve.alias.set('@tarojs/components$', path.join(root, 'client/src/browser/taroComponents.ts'))
  chain.resolve.alias.set('@tarojs/components-react/dist/index.css', false)
  chain.optimization.splitChunks({
    chunks: 'all',
    cacheGroups: { shared: { name: 'shared', minChunks: 2, reuseExistingChunk: true } },
  })
}

/** Shared code is TypeScript, and zod ships syntax that old phones cannot read: both go through Babel. */
const compiled = [
  (file: string) =>
    file.startsWith(path.join(root, 'shared') + path.sep) ||
    file.includes(path.join('node_modules', 'zod') + path.sep),
]

export default defineConfig<'webpack5'>({
  projectName: 'mingbai',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 750: 1 },
  sourceRoot: 'client/src',
  outputRoot: `dist/${process.env.TARO_ENV ?? 'weapp'}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  plugins: [path.join(root, 'config/spokenNames.js')],
  /** Chinese stays as it is: escaped, every character would take six bytes instead of three. */
  terser: { enable: true, config: { output: { ascii_only: false } } },
  mini: {
    compile: { include: compiled },
    postcss: realPixels,
    webpackChain: readingYaml,
    /** What only the subpackages need lies with them, not in the main package that everyone waits for. */
    optimizeMainPackage: { enable: true },
    /** Nothing here writes markup as text or copies nodes. */
    runtime: {
      enableInnerHTML: false,
      enableAdjacentHTML: false,
      enableCloneNode: false,
      enableContains: false,
    },
  },
  h5: {
    publicPath: './',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    useHtmlComponents: true,
    compile: { include: compiled },
    webpackChain: forBrowsers,
    postcss: {
      ...realPixels,
      autoprefixer: { enable: true, config: {} },
      // Our elements are HTML's: Taro would aim the styles of `button` and `input` at components that are not there.
      htmltransform: { enable: false, config: { removeCursorStyle: false } },
    },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
  },
})
