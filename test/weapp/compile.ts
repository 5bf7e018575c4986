import { spawnSync } from 'node:child_process'
import { chmodSync, copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative, sep } from 'node:path'
import vm from 'node:vm'
import type { CompiledNode } from './wxml'

/** Renders one compiled template file with a page's or component's data. */
export type RenderTemplate = (file: string, data: unknown) => CompiledNode

/** A mini-program's templates, ready to render, and what the compiler complained of while rendering. */
export interface CompiledTemplates {
  render: RenderTemplate
  /** Grows while rendering: a template that WeChat would stop because it calls itself, a missing template. */
  warnings: string[]
}

const platformFolders: Partial<Record<NodeJS.Platform, string>> = { linux: 'linux', darwin: 'mac' }

/** All files below a directory, relative to it, with forward slashes, sorted. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(directory, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}

/** The compilers lie in the package without the execute bit, and the package may not be ours to change. */
function withCompilers<Result>(use: (directory: string) => Result): Result {
  const folder = platformFolders[process.platform]
  if (!folder)
    throw new Error('WeChat ships its compilers for Linux, macOS and Windows; here: Linux or macOS')
  const binaries = join(dirname(require.resolve('miniprogram-compiler/package.json')), 'bin', folder)
  const directory = mkdtempSync(join(tmpdir(), 'wxml-'))
  try {
    for (const name of ['wcc', 'wcsc']) {
      copyFileSync(join(binaries, name), join(directory, name))
      chmodSync(join(directory, name), 0o755)
    }
    return use(directory)
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

function run(program: string, options: string[], dist: string): string {
  const done = spawnSync(program, options, { cwd: dist, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${program.split(sep).pop()}: ${done.stderr}${done.stdout}`)
  return done.stdout
}

/** Which components each template uses, in the form `wcc -cc` wants: count, then file, number and names in turn. */
function componentUse(dist: string, templates: string[]): string {
  const uses = templates.flatMap((template) => {
    const settings = join(dist, template.replace(/\.wxml$/, '.json'))
    if (!existsSync(settings)) return []
    const { usingComponents } = JSON.parse(readFileSync(settings, 'utf8')) as { usingComponents?: object }
    const names = Object.keys(usingComponents ?? {})
    return names.length > 0 ? [`${template} ${names.length} ${names.join(' ')}`] : []
  })
  return [uses.length, ...uses].join(' ')
}

interface TemplateRealm {
  $gwx: (file: string) => ((data: unknown) => CompiledNode) | undefined
  JSON: JSON
}

/** Runs what `wcc` wrote in a realm of its own: it declares hundreds of globals. */
function load(source: string): CompiledTemplates {
  const warnings: string[] = []
  const warn = (...words: unknown[]) => void warnings.push(words.join(' '))
  const realm = vm.createContext({ window: {}, __wxAppCode__: {}, console: { warn, log: warn, error: warn } })
  vm.runInContext('var global = this', realm)
  vm.runInContext(source, realm, { filename: 'templates.js' })
  const { $gwx, JSON: json } = vm.runInContext('({ $gwx, JSON })', realm) as TemplateRealm
  const render: RenderTemplate = (file, data) => {
    const template = $gwx(file)
    if (!template) throw new Error(`no template ${file}`)
    return template(json.parse(JSON.stringify(data)))
  }
  return { render, warnings }
}

/**
 * Compiles the WXML and WXSS of a built mini-program with WeChat's own compilers.
 *
 * @param dist the folder that holds app.json
 * @throws with the compiler's words where a template or style is broken, or a .json file does not parse
 */
export function compileMiniProgram(dist: string): CompiledTemplates {
  const files = filesBelow(dist)
  const ending = (...endings: string[]) => files.filter((file) => endings.some((it) => file.endsWith(it)))
  for (const file of ending('.json')) JSON.parse(readFileSync(join(dist, file), 'utf8'))
  const templates = ending('.wxml')
  return withCompilers((compilers) => {
    const styles = ending('.wxss')
    if (styles.length > 0) run(join(compilers, 'wcsc'), ['-lc', '-js', ...styles], dist)
    const uses = componentUse(dist, templates)
    const options = ['-d', '-cc', uses, ...templates, ...ending('.wxs'), '-gn', '$gwx']
    return load(run(join(compilers, 'wcc'), options, dist))
  })
}
