import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'

import type { Random } from '../../support/load/random'

/** Workers at work, and others that stand ready to take the place of one that dies. */
export type Crew = {
  /** Ended without being killed, in words. */
  crashes: string[]
  /** Kills one of those at work, and lets another begin in its place. */
  killOne: () => Promise<void>
  stop: () => Promise<void>
}

type Member = { child: ChildProcess; ready: Promise<void> }

const hears = async (child: ChildProcess, word: string): Promise<void> => {
  const over = once(child, 'exit').then(([code, signal]) => {
    throw new Error(`A worker ended with ${String(signal ?? code)} before it was ${word}`)
  })
  const heard = new Promise<void>((resolve) => {
    child.on('message', (message) => (message === word ? resolve() : undefined))
  })
  over.catch(() => undefined)
  await Promise.race([heard, over])
}

/** Makes processes of the bundled script: `width` at work, `spare` ready. */
export const gatherCrew = async (args: {
  env: Record<string, string>
  file: string
  random: Random
  spare: number
  width: number
}): Promise<Crew> => {
  const { env, file, random, spare, width } = args
  const crashes: string[] = []
  const spares: Member[] = []
  const working: ChildProcess[] = []

  const prepare = (): void => {
    const child = fork(file, { env: { ...process.env, ...env }, execArgv: [] })
    const ready = hears(child, 'ready')
    ready.catch((error: unknown) => crashes.push(String(error)))
    spares.push({ child, ready })
  }
  const begin = async (): Promise<void> => {
    const { child, ready } = spares.shift() as Member
    prepare()
    await ready
    const works = hears(child, 'working')
    child.send('begin')
    await works
    working.push(child)
  }
  for (let index = 0; index < spare; index++) {
    prepare()
  }
  await Promise.all(Array.from({ length: width }, begin))
  return {
    crashes,
    killOne: async () => {
      const [child] = working.splice(random.below(working.length), 1)
      if (!child || child.exitCode !== null) {
        crashes.push(`A worker ended with ${child?.exitCode} on its own`)
      }
      child?.kill('SIGKILL')
      await begin()
    },
    stop: async () => {
      const all = [...working, ...spares.map((member) => member.child)]
      await Promise.all(
        all.map(async (child) => {
          if (child.exitCode === null && child.signalCode === null) {
            const over = once(child, 'exit')
            child.kill('SIGKILL')
            await over
          }
        }),
      )
    },
  }
}
