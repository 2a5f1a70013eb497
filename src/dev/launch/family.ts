import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'

/** One child of the launcher: a Node program of ours. */
export type Child = {
  /** Arguments for `node`. */
  args: string[]
  env: Record<string, string>
  /** Stands before every line that it prints. */
  name: string
}

/** All processes of a running shop, started and stopped together. */
export type Family = {
  /** Runs a program until it is stopped; when it dies it is named and started again. */
  keep: (child: Child) => void
  /** Runs a program once. Resolves with what it sent; rejects when it fails. */
  run: (child: Child) => Promise<unknown>
  stop: () => Promise<void>
}

const leash = new URL('leash.mjs', import.meta.url).href
const canLeadGroup = process.platform !== 'win32'

/** A program that ran this long had a good start: the next wait begins small again. */
const goodRun = 60_000
const longestWait = 30_000

/** How long to wait before start number `attempt`. */
export const restartDelay = (attempt: number): number =>
  Math.min(longestWait, 500 * 2 ** Math.min(attempt, 10))

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    process.kill(canLeadGroup ? -(child.pid ?? 0) : (child.pid ?? 0), signal)
  } catch {
    // It has ended in the meantime, which is what the signal asks for.
  }
}

const stopChild = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) {
    return
  }
  const ended = new Promise<true>((resolve) => child.once('exit', () => resolve(true)))
  // The program itself first: it knows how to end its own helpers.
  child.kill('SIGTERM')
  if (!(await Promise.race([ended, wait(10_000, false, { ref: false })]))) {
    signalGroup(child, 'SIGKILL')
    await ended
  }
}

const start = (args: { child: Child; print: (line: string) => void }): ChildProcess => {
  const { child, print } = args
  // Its own group: Ctrl-C reaches the launcher alone, which stops everything in order.
  const started = spawn(process.execPath, ['--import', leash, ...child.args], {
    detached: canLeadGroup,
    env: { ...process.env, ...child.env, LUNAS_LEASH: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  for (const stream of [started.stdout, started.stderr]) {
    if (stream) {
      createInterface(stream).on('line', (line) => print(`${child.name.padEnd(9)} ${line}`))
    }
  }
  return started
}

const describeEnd = (code: null | number, signal: NodeJS.Signals | null): string =>
  signal ? `was ended by ${signal}` : `ended with code ${code ?? 0}`

/**
 * Node 20 on a busy machine now and then loses an answer of its module loader's thread (which tsx
 * needs there): the program then ends with this code before its first line has run.
 */
const LOADER_LOST = 13
const LOADER_TRIES = 5

type Result = { code: null | number; sent: unknown; signal: NodeJS.Signals | null }

const waitForEnd = (started: ChildProcess): Promise<Result> =>
  new Promise((resolve, reject) => {
    let sent: unknown
    started.on('message', (message) => (sent = message))
    started.once('error', reject)
    started.once('exit', (code, signal) => resolve({ code, sent, signal }))
  })

/** Resolves with what the program sent, rejects when it failed. */
const runToEnd = async (child: Child, launch: () => ChildProcess): Promise<unknown> => {
  for (let attempt = 1; ; attempt++) {
    const { code, sent, signal } = await waitForEnd(launch())
    if (code === 0) {
      return sent
    }
    if (code !== LOADER_LOST || attempt === LOADER_TRIES) {
      throw new Error(`${child.name} ${describeEnd(code, signal)}`)
    }
  }
}

/** Begins an empty family. `print` gets every line that a child says. */
export const createFamily = (print: (line: string) => void): Family => {
  const living = new Set<ChildProcess>()
  let isStopping = false

  const launch = (child: Child): ChildProcess => {
    const started = start({ child, print })
    living.add(started)
    started.once('exit', () => living.delete(started))
    return started
  }

  const keep = (child: Child, attempt = 0): void => {
    const startedAt = Date.now()
    launch(child).once('exit', (code, signal) => {
      if (isStopping) {
        return
      }
      const next = Date.now() - startedAt > goodRun ? 0 : attempt
      const delay = restartDelay(next)
      print(`${child.name} ${describeEnd(code, signal)}; starting it again in ${delay / 1000} s`)
      setTimeout(() => isStopping || keep(child, next + 1), delay).unref()
    })
  }

  return {
    keep: (child) => keep(child),
    run: (child) => runToEnd(child, () => launch(child)),
    stop: async () => {
      isStopping = true
      await Promise.all([...living].map(stopChild))
    },
  }
}
