import { spawn } from 'node:child_process'

/** What the shop's own check has found. */
export type Checked = { breaches: number; checked: number; report: string }

/** Node's own code for "a module never finished loading". */
const UNFINISHED = 13
const TRIES = 5

const runCheck = (
  settings: Record<string, string>,
): Promise<{ end: null | number | string; report: string }> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', 'src/dev/invariants.ts'],
      {
        env: { ...process.env, ...settings },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    let report = ''
    child.stdout.on('data', (chunk: Buffer) => (report += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (report += chunk.toString()))
    child.once('close', (code, signal) => resolve({ end: signal ?? code, report }))
  })

/** Runs the shop's own check of its invariants on the stand's database. */
export const checkStand = async (settings: Record<string, string>): Promise<Checked> => {
  for (let tries = 1; ; tries++) {
    const { end, report } = await runCheck(settings)
    const [, checked, breaches] = /(\d+) invariants, (\d+) breaches/.exec(report) ?? []
    if (checked !== undefined) {
      return { breaches: Number(breaches), checked: Number(checked), report }
    }
    if (end !== UNFINISHED || tries === TRIES) {
      throw new Error(`The invariants could not be checked (${end}):\n${report.slice(-2000)}`)
    }
  }
}
