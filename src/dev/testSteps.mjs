// What `npm test` runs, in order. Built-in modules only.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} args Arguments for node.
 * @property {'playwright' | 'vitest'} [report] Whose JSON report counts; otherwise the step counts as one.
 * @property {string} [needs] A file or folder with files; the step is left out, loudly, without it.
 */

const vitest = 'node_modules/vitest/vitest.mjs'
const reporters = ['--reporter=default', '--reporter=json']
const tsx = ['--conditions=production', '--import', 'tsx']

/** @type {readonly Step[]} */
export const steps = [
  { name: 'check', args: [...tsx, 'tests/config/check.ts'] },
  { name: 'unit', args: [vitest, 'run', '--project', 'unit', ...reporters], report: 'vitest' },
  { name: 'int', args: [vitest, 'run', '--project', 'int', ...reporters], report: 'vitest' },
  { name: 'build', args: [...tsx, 'src/dev/launch/build.ts'] },
  {
    name: 'e2e',
    args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
    needs: 'tests/e2e',
    report: 'playwright',
  },
  {
    name: 'security',
    args: [...tsx, 'tests/security/main.ts', '--size', 'small'],
    needs: 'tests/security/main.ts',
  },
  {
    name: 'chaos',
    args: [...tsx, 'tests/chaos/main.ts', '--size', 'small'],
    needs: 'tests/chaos/main.ts',
  },
]
