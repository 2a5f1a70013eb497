// What `npm test` runs, in order. Built-in modules only.

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string[]} args Arguments for node.
 * @property {'playwright' | 'vitest'} [report] Whose JSON report counts; otherwise the step counts as one.
 * @property {string} [needs] A file or folder with files; the step is left out, loudly, without it.
 * @property {true} [yields] Gives way a little to what runs beside it: it has the longer patience.
 */

const vitest = 'node_modules/vitest/vitest.mjs'
const reporters = ['--reporter=default', '--reporter=json']
const tsx = ['--conditions=production', '--import', 'tsx']

/** @type {(project: string) => Step} */
const vitestStep = (project) => ({
  name: project,
  args: [vitest, 'run', '--project', project, ...reporters],
  report: 'vitest',
  yields: true,
})

/** @type {Step} */
const e2e = {
  name: 'e2e',
  args: ['node_modules/@playwright/test/cli.js', 'test', '--reporter=list,json'],
  needs: 'tests/e2e',
  report: 'playwright',
}

/** @type {(name: string) => Step} */
const standStep = (name) => ({
  name,
  args: [...tsx, `tests/${name}/main.ts`, '--size', 'small'],
  needs: `tests/${name}/main.ts`,
})

/**
 * Stages follow each other; the lanes of a stage run side by side, each in its own order. One browser leaves
 * much of two cores idle: tests in this process take what it leaves. `check` and `build` use all of two cores
 * by themselves, and `check` writes generated files and puts them back; `security` and `chaos` have bars in
 * seconds and the machine to themselves.
 *
 * @type {readonly (readonly (readonly Step[])[])[]}
 */
export const stages = [
  [[{ name: 'check', args: [...tsx, 'tests/config/check.ts'] }]],
  [[{ name: 'build', args: [...tsx, 'src/dev/launch/build.ts'] }]],
  [[vitestStep('unit'), vitestStep('int')], [e2e]],
  [[standStep('security')]],
  [[standStep('chaos')]],
]
