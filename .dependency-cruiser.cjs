/**
 * Who may import whom (docs: the house's layout in README.md). Types count as imports too: a type from the wrong side
 * is a wall moved.
 */

const useCases =
  '^cloudfunctions/(resident|staff|payment-notify|certificate-check|jobs|_audit|_certificates|_complaints|_counter|_days|_duplicates|_exports|_forms|_imports|_keys|_ledger|_limits|_match|_orders|_person|_policies|_progress|_proofs|_refunds|_reminders|_residents|_ruleChanges|_staff|_states)/'
/** The one file of a deployable that knows which adapters it runs on. */
const entries = '^cloudfunctions/[^/]+/(index|wiring)\\.ts$'
/** The parts of shared/ that read files: the checker's command line and the loader of tables. */
const fileReaders =
  '^shared/policy/(cli|loadTables|readTable|readVocabulary)\\.ts$|^shared/policy/(cli|load)/'
const pureLibraries = '(^|/)node_modules/zod/'
const anyLibrary = ['npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-bundled', 'npm-no-pkg', 'npm-unknown']

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'client-to-shared-only',
      'The client reaches the service through a contract, never through its code.',
      { path: '^client/' },
      { path: '^(cloudfunctions|test|config)/' },
    ),
    forbid(
      'client-without-tables',
      'The phone is served its table by a function; none is built in, and nothing there reads files.',
      { path: '^client/' },
      { path: ['^shared/policy/tables/', fileReaders] },
    ),
    forbid(
      'client-libraries',
      'The mini-program carries React, Taro and zod, and no part of Node; a browser draws a code to scan as well.',
      { path: '^client/' },
      {
        path: '',
        dependencyTypes: [...anyLibrary, 'core'],
        pathNot: '(^|/)node_modules/(react|react-dom|@types/react|@tarojs/[^/]+|zod|qrcode-generator)/',
      },
    ),
    forbid(
      'codes-in-browsers-only',
      'A code to scan is shown on another screen than the phone’s: the mini-program need not carry how one is drawn.',
      { path: '^client/', pathNot: '^client/src/browser/' },
      { path: '(^|/)node_modules/qrcode-generator/' },
    ),
    forbid(
      'nothing-imports-client',
      'The client is the last in the row.',
      { path: '^(cloudfunctions|shared|config)/' },
      { path: '^client/' },
    ),
    forbid(
      'use-cases-know-ports',
      'A use case names what it needs; which adapter that is, only the wiring knows.',
      { path: useCases, pathNot: entries },
      { path: '^cloudfunctions/_(adapters|local|wiring)/' },
    ),
    forbid(
      'use-cases-without-sdks',
      'Databases and payment come through ports. Hashing is Node’s own.',
      { path: useCases, pathNot: entries },
      { path: '', dependencyTypes: [...anyLibrary, 'core'], pathNot: [pureLibraries, '^(node:)?crypto$'] },
    ),
    forbid(
      'rosters-read-files-only',
      'A reader of files knows bytes and rows: no store, no clock, no people.',
      { path: '^cloudfunctions/_rosters/' },
      {
        path: '',
        pathNot: [
          '^cloudfunctions/_rosters/',
          '(^|/)node_modules/(@types/)?(yauzl|saxes)/',
          '^(node:)?(path|stream|zlib)$',
        ],
      },
    ),
    forbid(
      'deployables-apart',
      'One deployable per trust boundary: none borrows from another.',
      { path: '^cloudfunctions/([^_/][^/]*)/' },
      { path: '^cloudfunctions/[^_/][^/]*/', pathNot: '^cloudfunctions/$1/' },
    ),
    forbid(
      'ports-stand-alone',
      'A port is what both sides agree on, so it knows neither.',
      { path: '^cloudfunctions/_ports/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_ports/' },
    ),
    forbid(
      'ports-without-sdks',
      'A port that shows a library’s types would bind its users to it.',
      { path: '^cloudfunctions/_ports/' },
      { path: '', dependencyTypes: [...anyLibrary, 'core'], pathNot: pureLibraries },
    ),
    forbid(
      'adapters-know-ports',
      'An adapter serves a port; it does not know who uses it.',
      { path: '^cloudfunctions/_adapters/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_(adapters|ports)/' },
    ),
    forbid(
      'local-stays-local',
      'The local service and its simulators never reach a bundle.',
      { path: '^(cloudfunctions|shared)/', pathNot: '^cloudfunctions/_local/' },
      { path: '^cloudfunctions/_local/' },
    ),
    forbid(
      'tests-stay-tests',
      'What ships, and what is shown at home, runs without the tests.',
      { path: '^(client|cloudfunctions|shared|config)/' },
      { path: '^test/' },
    ),
    forbid(
      'shared-stands-alone',
      'Shared code runs in the phone, in the function and in the batch.',
      { path: '^shared/' },
      { path: '^(client|cloudfunctions|config)/' },
    ),
    forbid(
      'shared-is-pure',
      'No files, no clock, no environment: zod only.',
      { path: '^shared/', pathNot: fileReaders },
      { path: '', dependencyTypes: [...anyLibrary, 'core'], pathNot: pureLibraries },
    ),
    forbid(
      'shared-readers-read-yaml-only',
      'The command line and the loader read files and YAML, and nothing else comes in with them.',
      { path: fileReaders },
      { path: '', dependencyTypes: anyLibrary, pathNot: [pureLibraries, '(^|/)node_modules/yaml/'] },
    ),
    forbid(
      'pure-parts-read-no-files',
      'What the phone runs must not lead to the loader.',
      { path: '^shared/(rules|contracts|identity)/|^shared/policy/(table|vocabulary)\\.ts$' },
      { path: fileReaders },
    ),
    forbid(
      'listed-libraries-only',
      'A library that is merely there may be gone tomorrow; one for development is not there in production.',
      { path: '^(client|cloudfunctions|shared)/' },
      {
        path: '',
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    ),
    forbid('resolvable', 'An import leads somewhere.', { path: '' }, { couldNotResolve: true }),
    forbid(
      'no-circles',
      'Two files that need each other to run are one file, or three. A circle of types alone vanishes in the build.',
      { path: '' },
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'types', 'default'],
    },
  },
}
