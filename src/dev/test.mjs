// `npm test`. Built-in modules only until the packages are installed.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { setPriority } from 'node:os'
import { join } from 'node:path'
import { installWhenNeeded } from './install.mjs'
import { watchParent } from './parent.mjs'
import { countStep } from './testCounts.mjs'
import { nameLines } from './testLines.mjs'
import { stages } from './testSteps.mjs'

const reportFolder = join('.lunas', 'test')

const isPresent = (path) =>
  existsSync(path) && (!statSync(path).isDirectory() || readdirSync(path).length > 0)

const reportOf = ({ name }) => join(reportFolder, `${name}.json`)

const argsOf = (step) =>
  step.report === 'vitest' ? [...step.args, `--outputFile.json=${reportOf(step)}`] : step.args

const print = (text) => process.stdout.write(text)

const running = new Set()

/** Half the time of another on a busy core: some tests have bars in seconds, and never starve. */
const GIVES_WAY = 3

/** What a step has left running may hold its pipes open: nobody waits longer than this for the last line. */
const LAST_LINES_MS = 2_000

const endOf = (child) =>
  new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code))
    child.once('exit', (code) => setTimeout(() => resolve(code), LAST_LINES_MS).unref())
  })

const runStep = async (step, isAlone) => {
  // The suite decides about stand-ins by itself: what the caller has set for a live shop is not
  // tested against.
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: reportOf(step) }
  const stdio = isAlone ? 'inherit' : ['ignore', 'pipe', 'pipe']
  const child = spawn(process.execPath, argsOf(step), { env, stdio })
  const streams = [child.stdout, child.stderr].filter(Boolean)
  nameLines({ name: step.name, print, streams })
  if (step.yields && !isAlone && child.pid !== undefined) {
    setPriority(child.pid, GIVES_WAY)
  }
  running.add(child)
  const exitCode = await endOf(child)
  running.delete(child)
  streams.forEach((stream) => stream.destroy())
  return exitCode
}

const leave = () => {
  running.forEach((child) => child.kill('SIGTERM'))
  process.exit(130)
}

const total = { failed: 0, passed: 0 }
const lines = new Map()

const judge = async (step, isAlone) => {
  const title = step.name.padEnd(9)
  if (step.needs !== undefined && !isPresent(step.needs)) {
    lines.set(step, `${title} left out: ${step.needs} is not there`)
    return
  }
  print(`\n=== ${step.name} ===\n`)
  const startedAt = Date.now()
  const exitCode = await runStep(step, isAlone)
  const { failed, passed } = countStep({ exitCode, file: reportOf(step), kind: step.report })
  total.failed += failed
  total.passed += passed
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0)
  lines.set(step, `${title} ${passed} passed, ${failed} failed (${seconds} s)`)
}

const runLane = async (lane, isAlone) => {
  for (const step of lane) {
    await judge(step, isAlone)
  }
}

installWhenNeeded()
watchParent(leave)
for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM']) {
  process.once(signal, leave)
}
rmSync(reportFolder, { force: true, recursive: true })
mkdirSync(reportFolder, { recursive: true })

const startedAt = Date.now()
for (const lanes of stages) {
  await Promise.all(lanes.map((lane) => runLane(lane, lanes.length === 1)))
}

const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1)
const summary = stages.flat(2).map((step) => lines.get(step))
print(`\n${summary.join('\n')}\n${'in all'.padEnd(9)} ${minutes} minutes\n\n`)
print(`${total.passed} passed, ${total.failed} failed\n`)
process.exitCode = total.failed > 0 ? 1 : 0
