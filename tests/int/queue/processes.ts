import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** A worker in a process of its own, ready to work. */
export const spawnWorker = (args: {
  env?: Record<string, string>
  script: URL
}): Promise<ChildProcess> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      ['--conditions=production', '--import', 'tsx', fileURLToPath(args.script)],
      {
        env: { ...process.env, NODE_ENV: 'test', ...args.env },
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Worker ended with ${code} before it was ready`)))
    child.stdout.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes('ready')) {
        resolve(child)
      }
    })
  })

/** Resolves with exit code or signal name. */
export const waitForExit = (child: ChildProcess): Promise<null | number | string> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      resolve(child.exitCode ?? child.signalCode)
      return
    }
    child.once('exit', (code, signal) => resolve(code ?? signal))
  })
