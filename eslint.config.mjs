import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

/** Type-checked rules for everything written in TypeScript; the few plain scripts are left to their runtimes. */
export default tseslint.config(
  {
    ignores: [
      'dist/',
      'node_modules/',
      '.local/',
      '.swc/',
      'coverage/',
      'test/.output/',
      '**/*.js',
      '**/*.cjs',
      '**/*.mjs',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/ban-ts-comment': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // A function handed on as a promise is fine where its caller waits for nothing (React's and jest's handlers).
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // An adapter without waiting of its own still keeps the port's promise to be asynchronous.
      '@typescript-eslint/require-await': 'off',
      // Ports are records of closures; the few classes here hand out no methods.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      eqeqeq: 'error',
    },
  },
  {
    files: ['client/**/*.tsx', 'client/**/*.ts'],
    ...reactHooks.configs.flat.recommended,
  },
)
