/**
 * Six worlds: `node` for rules, service and the built mini-program; `client` for components in a DOM; `roads` for the journeys that
 * `npm test` walks, in a browser and in the built mini-program; `journeys` for all the others; `slow` for proofs that take minutes
 * and have a command of their own; `measures` for a road whose time is taken, alone on the machine, by `npm run measure`.
 */
const transform = {
  '\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2022',
        parser: { syntax: 'typescript', tsx: true },
        transform: { react: { runtime: 'automatic' } },
      },
      module: { type: 'commonjs' },
    },
  ],
}

/** Beside the project's other local files: `npm test` and a jest started by hand share what is compiled. */
const cacheDirectory = '<rootDir>/.local/jest'

const journeys = {
  cacheDirectory,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/test/journeys/**/*.test.ts'],
  setupFilesAfterEnv: ['<rootDir>/test/journeys/longTimeout.ts'],
  transform,
}

/** A resident pays, registers a newborn and asks about elsewhere; an office imports and takes money; all of it in WeChat. */
const roads = ['payHere', 'newborn', 'elsewhere', 'imports', 'counter', 'weappResidents', 'weappStaff'].map(
  (name) => `<rootDir>/test/journeys/${name}.test.ts`,
)

/** Every page on a bad network, every page at all; kills and a season, of which `npm run crash` and `season` are the whole. */
const slow = ['journeys/brokenNetwork', 'journeys/everyPage', 'crash/crash', 'season/season'].map(
  (name) => `<rootDir>/test/${name}.test.ts`,
)
const measured = '<rootDir>/test/journeys/firstScreen.test.ts'

module.exports = {
  /** A machine that is busy with something else is no fault of what is tested. */
  testTimeout: 90_000,
  testSequencer: '<rootDir>/test/longestFirst.cjs',
  projects: [
    {
      cacheDirectory,
      displayName: 'node',
      testEnvironment: 'node',
      setupFiles: ['<rootDir>/test/propertySeed.ts'],
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/journeys/',
        '<rootDir>/test/client/',
        ...slow,
      ],
      transform,
    },
    {
      cacheDirectory,
      displayName: 'client',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/test/client/**/*.test.tsx'],
      setupFilesAfterEnv: ['<rootDir>/test/client/patience.ts'],
      moduleNameMapper: {
        '^@tarojs/components$': '<rootDir>/test/client/standIns/components.tsx',
        '^@tarojs/taro$': '<rootDir>/test/client/standIns/taro.ts',
        '\\.(css|scss)$': '<rootDir>/test/client/standIns/style.ts',
      },
      transform: { ...transform, '\\.yaml$': '<rootDir>/test/client/standIns/yaml.cjs' },
    },
    {
      ...journeys,
      displayName: 'roads',
      testMatch: roads,
    },
    {
      ...journeys,
      displayName: 'journeys',
      testPathIgnorePatterns: ['/node_modules/', measured, ...roads, ...slow],
    },
    {
      ...journeys,
      displayName: 'slow',
      testMatch: slow,
    },
    {
      ...journeys,
      displayName: 'measures',
      testMatch: [measured],
    },
  ],
}
