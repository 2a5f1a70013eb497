// `npm test`. Built-in modules only until the packages are installed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { installWhenNeeded } from './install.mjs'
import { watchParent } from './parent.mjs'
import { countStep, nameFailures } from './testCounts.mjs'
import { steps } from './testSteps.mjs'

const reportFolder = join('.lunas', 'test')

const isPresent = (path) =>
  existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)

const reportOf = ({ name }) => join(reportFolder, `${name}.json`)

const argsOf = (step) =>
  step.report === 'vitest' ? [...step.args, `--outputFile.json=${reportOf(step)}`] : step.args

const runStep = (step) =>
  new Promise((resolve) => {
    // The suite decides about stand-ins by itself: what the caller has set for a live shop is not
    // tested against.
    const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(step) }
    const child = spawn(process.execPath, argsOf(step), { env, stdio: 'inherit' })
    running = child
    child.once('error', () => resolve(1))
    child.once('exit', (code) => resolve(code))
  })

let running

const leave = () => {
  running?.kill('SIGTERM')
  process.exit(130)
}

const total = { failed: 0, passed: 0 }
const lines = []
const failures = []

installWhenNeeded()
watchParent(leave)
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
  process.once(signal, leave)
}
rmSync(reportFolder, { force: true, recursive: true })
mkdirSync(reportFolder, { recursive: true })

for (const step of steps) {
  if (step.needs !== undefined && !isPresent(step.needs)) {
    lines.push(`${step.name.padEnd(9)} left out: ${step.needs} is not there`)
    continue
  }
  process.stdout.write(`\n=== ${step.name} ===\n`)
  const startedAt = Date.now()
  const exitCode = await runStep(step)
  const { failed, passed } = countStep({ exitCode, file: reportOf(step), kind: step.report })
  failures.push(...nameFailures({ file: reportOf(step), kind: step.report }))
  total.failed += failed
  total.passed += passed
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
  lines.push(`${step.name.padEnd(9)} ${passed} passed, ${failed} failed (${seconds} s)`)
}

process.stdout.write(
  `\n${[...lines, ...failures].join('\n')}\n\n${total.passed} passed, ${total.failed} failed\n`,
)
process.exitCode = total.failed > 0 ? 1 : 0
