import { spawn } from 'node:child_process'

/** Runs the shop's own check of its invariants on the stand's database. */
export const checkStand = (
  settings: Record<string, string>,
): Promise<{ breaches: number; checked: number; report: string }> =>
  new Promise((resolve, reject) => {
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
    child.once('close', (code, signal) => {
      const [, checked, breaches] = /(\d+) invariants, (\d+) breaches/.exec(report) ?? []
      if (checked === undefined) {
        const end = signal ?? code
        reject(new Error(`The invariants could not be checked (${end}):\n${report.slice(-2000)}`))
        return
      }
      resolve({ breaches: Number(breaches), checked: Number(checked), report })
    })
  })
