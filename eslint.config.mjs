import js from '@eslint/js'
import tseslint from 'typescript-eslint'

import { houseRules } from './tests/config/lint/houseRules.mjs'

const code = '{ts,tsx,mjs,cjs}'

/** Files whose default export a framework or a tool dictates. */
const dictated = [
  `*.config.${code}`,
  'src/app/**',
  'src/storefront/i18n/request.ts',
  `tests/**/*.config.${code}`,
  'tests/support/globalSetup.ts',
]

const limit = (max) => ['error', { max, skipBlankLines: true, skipComments: true }]

/** Sizes stop here: the tails are the difference between a pleasant and a feared file. */
const sizes = {
  complexity: ['error', 15],
  'max-depth': ['error', 3],
  'max-lines': ['error', 200],
  'max-lines-per-function': limit(40),
  'max-params': ['error', 3],
}

const taste = {
  '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
  '@typescript-eslint/consistent-type-imports': 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-unused-vars': [
    'error',
    { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
  ],
  eqeqeq: ['error', 'always', { null: 'ignore' }],
  'lunas/no-default-export': 'error',
  'no-console': 'error',
  'no-constant-binary-expression': 'error',
  'no-undef': 'off',
}

/** Rules that need types: a forgotten await is a lost write. */
const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
  '@typescript-eslint/switch-exhaustiveness-check': [
    'error',
    { considerDefaultExhaustiveForUnions: true },
  ],
}

export default tseslint.config(
  {
    ignores: [
      '**/node_modules/',
      '.next/',
      '.lunas/',
      'next-env.d.ts',
      'playwright-report/',
      'test-results/',
      'src/migrations/',
      'src/payload-types.ts',
      'src/app/(payload)/**/importMap.js',
    ],
  },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    name: 'lunas/everywhere',
    files: [`**/*.${code}`],
    // No exceptions inside files: a rule that does not fit is changed here, for everybody to see.
    linterOptions: { noInlineConfig: true },
    plugins: { lunas: houseRules },
    rules: { ...sizes, ...taste },
  },
  {
    name: 'lunas/typed',
    files: ['src/**/*.{ts,tsx}', 'tests/**/*.{ts,tsx}'],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: typed,
  },
  {
    name: 'lunas/components',
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': limit(80) },
  },
  {
    name: 'lunas/tables of fields',
    files: ['src/plugin/**/{collection,fields,media,pages}.ts', 'src/plugin/**/fields/**'],
    rules: { 'max-lines-per-function': limit(60) },
  },
  {
    name: 'lunas/augmented types',
    // Only an interface can be added to from outside.
    files: ['**/*.d.ts', 'tests/support/globalSetup.ts'],
    rules: { '@typescript-eslint/consistent-type-definitions': 'off' },
  },
  {
    name: 'lunas/texts',
    files: ['**/catalogue.ts', '**/messages/**', '**/texts/**', '**/templates/**'],
    rules: { 'max-lines': ['error', 300] },
  },
  {
    name: 'lunas/shop',
    files: ['*.config.ts', 'src/**/*.{ts,tsx}'],
    ignores: ['src/dev/**'],
    rules: {
      'lunas/no-clock': 'error',
      'lunas/no-process-env': 'error',
      'lunas/no-state-write': 'error',
      'lunas/override-access': 'error',
    },
  },
  {
    name: 'lunas/plugin',
    files: ['src/plugin/**/*.{ts,tsx}'],
    // A panel component runs in the browser and may call the shop it was served by.
    ignores: ['src/plugin/adapters/**', 'src/plugin/*/admin/**', 'src/plugin/*/*/admin/**'],
    rules: { 'lunas/no-fetch': 'error' },
  },
  {
    name: 'lunas/the one place of each',
    // The last asks in which runtime Next has loaded it, which is no setting and known to the compiler alone.
    files: ['src/config/env.ts', '*.config.ts', 'src/instrumentation.ts'],
    rules: { 'lunas/no-process-env': 'off' },
  },
  {
    name: 'lunas/the one clock',
    files: ['src/plugin/kernel/time/clock.ts'],
    rules: { 'lunas/no-clock': 'off' },
  },
  {
    name: 'lunas/the one writer of states',
    // A message's delivery is a log of attempts, not a machine.
    files: ['src/plugin/kernel/payload/fireEvent.ts', 'src/plugin/notifications/**'],
    rules: { 'lunas/no-state-write': 'off' },
  },
  {
    name: 'lunas/dictated',
    files: dictated,
    rules: { 'lunas/no-default-export': 'off' },
  },
  {
    name: 'lunas/tests and tools',
    files: ['src/dev/**', 'tests/**'],
    rules: { 'no-console': 'off' },
  },
  {
    name: 'lunas/tests',
    files: ['tests/**'],
    rules: {
      complexity: 'off',
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      'max-params': 'off',
    },
  },
)
