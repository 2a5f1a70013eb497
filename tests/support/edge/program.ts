import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout as wait } from 'node:timers/promises'

import { connect } from 'node:net'

/** A program of a test, in its own process. */
export type Running = {
  log: () => string
  /** Stops it where it stands, as a machine out of memory does; `wake` lets it go on. */
  freeze: () => void
  /** Ends it at once. */
  kill: () => Promise<void>
  /** Asks it to end; answers its exit code. */
  stop: () => Promise<null | number>
  wake: () => void
}

const whenOver = (child: ChildProcess): Promise<null | number> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('exit', resolve))

/** Whether somebody listens there. */
const isOpen = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })

/** Starts a program and waits until its port answers. Throws with its words when it ends before. */
export const runUntilOpen = async (args: {
  args: string[]
  command: string
  cwd: string
  env?: Record<string, string>
  port: number
}): Promise<Running> => {
  const { command, cwd, env = {}, port } = args
  const child = spawn(command, args.args, {
    cwd,
    env: { HOME: cwd, NODE_ENV: 'production', PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (log += chunk.toString()))
  }
  const deadline = performance.now() + 20_000
  while (!(await isOpen(port))) {
    if (child.exitCode !== null || performance.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`${command} does not answer on ${port}:\n${log}`)
    }
    await wait(25)
  }
  return {
    freeze: () => void child.kill('SIGSTOP'),
    kill: async () => {
      child.kill('SIGKILL')
      await whenOver(child)
    },
    log: () => log,
    stop: async () => {
      child.kill('SIGCONT')
      child.kill('SIGTERM')
      const timer = setTimeout(() => child.kill('SIGKILL'), 5_000)
      const code = await whenOver(child)
      clearTimeout(timer)
      return code
    },
    wake: () => void child.kill('SIGCONT'),
  }
}
