import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, type WriteStream } from 'node:fs'

/** A Node program of the stand that can be killed and started again. */
export type Program = {
  isAlive: () => boolean
  /** `kill -9`, without a chance to clean up; resolves when it is gone. */
  kill: () => Promise<void>
  pid: () => number
  /** Tells it something over IPC. */
  send: (message: object) => void
  /** Starts it (again); resolves when it is ready. */
  start: () => Promise<void>
  /** Asks it to end; kills it after ten seconds. */
  stop: () => Promise<void>
  /** Resolves when this run of it has ended, with the signal's name or the exit code. */
  whenOver: () => Promise<number | string>
}

/** How a program is started, and how to know that it can work. */
export type ProgramPlan = {
  args: string[]
  /** Where it runs; this folder when absent. */
  cwd?: string
  env: Record<string, string>
  log: string
  name: string
  /** Resolves when the program can work; called after every start. */
  ready: () => Promise<void>
}

const leash = new URL('../../../src/dev/launch/leash.mjs', import.meta.url).href

/** See the launcher's family: Node 20's module loader gives up like this on a busy machine. */
export const UNFINISHED = 13
/** How often such a program is started. */
export const UNFINISHED_TRIES = 5

const isOver = (child: ChildProcess): boolean =>
  child.exitCode !== null || child.signalCode !== null

const whenOver = (child: ChildProcess): Promise<void> =>
  isOver(child) ? Promise.resolve() : new Promise((resolve) => child.once('exit', () => resolve()))

/** `ready`, unless the program ends before. */
const readyOrDead = (args: { child: ChildProcess; plan: ProgramPlan }): Promise<void> => {
  const { child, plan } = args
  const died = whenOver(child).then(() => {
    const how = child.signalCode ?? `code ${child.exitCode}`
    throw new Error(`${plan.name} ended (${how}) before it was ready; see ${plan.log}`)
  })
  died.catch(() => undefined)
  return Promise.race([plan.ready(), died])
}

const launch = (plan: ProgramPlan, log: WriteStream): ChildProcess => {
  const child = spawn(process.execPath, ['--import', leash, ...plan.args], {
    cwd: plan.cwd,
    env: { ...process.env, ...plan.env, LUNAS_LEASH: String(process.pid) },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  child.stdout?.pipe(log, { end: false })
  child.stderr?.pipe(log, { end: false })
  child.channel?.unref()
  return child
}

/** Prepares a program; nothing runs before `start`. What it prints goes to its log file. */
export const prepareProgram = (plan: ProgramPlan): Program => {
  const log = createWriteStream(plan.log, { flags: 'a' })
  let child: ChildProcess | undefined
  return {
    isAlive: () => child !== undefined && !isOver(child),
    kill: async () => {
      child?.kill('SIGKILL')
      await (child && whenOver(child))
    },
    pid: () => child?.pid ?? 0,
    send: (message) => {
      if (child?.connected) {
        child.send(message, () => undefined)
      }
    },
    start: async () => {
      for (let attempt = 1; ; attempt++) {
        child = launch(plan, log)
        try {
          return await readyOrDead({ child, plan })
        } catch (error) {
          if (child.exitCode !== UNFINISHED || attempt === UNFINISHED_TRIES) {
            throw error
          }
        }
      }
    },
    stop: async () => {
      if (!child || isOver(child)) {
        return
      }
      child.kill('SIGTERM')
      const timer = setTimeout(() => child?.kill('SIGKILL'), 10_000)
      await whenOver(child)
      clearTimeout(timer)
    },
    whenOver: async () => {
      const current = child
      await (current && whenOver(current))
      return current?.signalCode ?? current?.exitCode ?? 0
    },
  }
}

type ProgramArgs = { args: string[]; env: Record<string, string>; name: string }

const runOnce = (args: ProgramArgs): Promise<{ how: null | number | string; report: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args.args, {
      env: { ...process.env, ...args.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let report = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => (report += chunk.toString()))
    }
    child.once('exit', (code, signal) => resolve({ how: signal ?? code, report }))
  })

/** Runs a program to its end. Throws with what it complained about. */
export const runProgram = async (args: ProgramArgs): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    const { how, report } = await runOnce(args)
    if (how === 0) {
      return
    }
    if (how !== UNFINISHED || attempt === UNFINISHED_TRIES) {
      throw new Error(`${args.name} failed (${how}):\n${report.slice(-4000)}`)
    }
  }
}
