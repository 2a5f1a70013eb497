/**
 * Everything that can be proven without running the shop: `npm run check [-- --only NAME]`.
 * Runs every step even after a failure, prints a table, exits non-zero when a step failed.
 */
import { spawn } from 'node:child_process'

import { steps, type Step } from './steps'

type Result = { name: string; verdict: 'pass' | 'FAIL' | 'skip'; seconds: number; note: string }

function runStep(step: Step): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, step.script, {
      env: { ...process.env, ...step.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const chunks: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, output: Buffer.concat(chunks).toString('utf8') }))
  })
}

async function judge(step: Step): Promise<Result> {
  if (step.skip !== undefined) {
    return { name: step.name, verdict: 'skip', seconds: 0, note: step.skip }
  }
  const start = performance.now()
  const { code, output } = await runStep(step)
  const seconds = (performance.now() - start) / 1000
  if (code !== 0) console.log(`\n── ${step.name} ──\n${output.trim()}\n`)
  return { name: step.name, verdict: code === 0 ? 'pass' : 'FAIL', seconds, note: '' }
}

function printTable(results: readonly Result[]): void {
  const width = Math.max(...results.map(({ name }) => name.length))
  for (const { name, verdict, seconds, note } of results) {
    const time = verdict === 'skip' ? '' : `${seconds.toFixed(1)} s`
    console.log(`${verdict}  ${name.padEnd(width)}  ${time.padStart(7)}  ${note}`.trimEnd())
  }
}

function selectSteps(argv: readonly string[]): readonly Step[] {
  const at = argv.indexOf('--only')
  if (at < 0) return steps
  const chosen = steps.filter(({ name }) => name === argv[at + 1])
  if (chosen.length > 0) return chosen
  throw new Error(`--only takes one of: ${steps.map(({ name }) => name).join(', ')}`)
}

/** Most steps keep one core busy: two of them take as long as the longer one. */
const SIDE_BY_SIDE = 2

async function judgeAll(chosen: readonly Step[]): Promise<Result[]> {
  const results: Result[] = []
  const queue = chosen.entries()
  const work = async (): Promise<void> => {
    for (const [at, step] of queue) results[at] = await judge(step)
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
  return results
}

async function main(): Promise<void> {
  const chosen = selectSteps(process.argv)
  // What writes a file and puts it back must not do so under the eyes of lint or types.
  const readers = chosen.filter(({ writes }) => !writes)
  const writers = chosen.filter(({ writes }) => writes)
  const results = [...(await judgeAll(readers)), ...(await judgeAll(writers))]
  printTable(results)
  const failed = results.filter(({ verdict }) => verdict === 'FAIL').length
  const passed = results.filter(({ verdict }) => verdict === 'pass').length
  console.log(`${passed} passed, ${failed} failed`)
  process.exitCode = failed > 0 ? 1 : 0
}

await main()
