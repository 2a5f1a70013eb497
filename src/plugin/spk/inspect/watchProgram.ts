import type { ChildProcess } from 'node:child_process'

import type { FaultCode } from '../evidence/finding'

import type { InspectLimits } from './limits'
import { readRss, WATCH_EVERY_MS } from './memory'

/** How a program ended: `fault` when it was killed for it. */
export type Ended = {
  fault: FaultCode | null
  isStarted: boolean
  rssBytes: number
  /** The end of what it complained about. */
  said: string
}

const MOST_SAID = 2_000
/** A machine under load starts slowly; that says nothing about the file. */
const START_SECONDS = 10

/** Holds one clock: each call starts it anew. */
const makeTimer = (ring: () => void): { clear: () => void; set: (seconds: number) => void } => {
  let timer: NodeJS.Timeout | undefined
  const clear = (): void => clearTimeout(timer)
  const set = (seconds: number): void => {
    clear()
    timer = setTimeout(ring, seconds * 1_000)
  }
  return { clear, set }
}

const listen = (child: ChildProcess, ended: Ended, hear: (message: unknown) => void): void => {
  child.stderr?.on('data', (chunk: Buffer) => {
    ended.said = (ended.said + chunk.toString('utf8')).slice(-MOST_SAID)
  })
  child.on('message', (message) => {
    ended.isStarted = true
    hear(message)
  })
}

/** Kills a program that takes too long or too much; answers when its process is gone. */
export const watchProgram = (child: ChildProcess, limits: InspectLimits): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const ended: Ended = { fault: null, isStarted: false, rssBytes: 0, said: '' }
    const kill = (fault: FaultCode): void => {
      ended.fault ??= fault
      child.kill('SIGKILL')
    }
    const timer = makeTimer(() => kill('tooSlow'))
    timer.set(START_SECONDS)
    const look = async (): Promise<void> => {
      const rssBytes = child.pid === undefined ? 0 : await readRss(child.pid)
      ended.rssBytes = Math.max(ended.rssBytes, rssBytes)
      if (rssBytes > limits.rssBytes) {
        kill('tooBig')
      }
    }
    const looks = setInterval(() => void look(), WATCH_EVERY_MS)
    const orphan = (): void => void child.kill('SIGKILL')
    process.once('exit', orphan)
    const { all, look: first } = limits.seconds
    listen(child, ended, (message) => timer.set(message === 'looked' ? all - first : first))
    const settle = (end: () => void): void => {
      timer.clear()
      clearInterval(looks)
      process.off('exit', orphan)
      end()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('close', () => settle(() => resolve(ended)))
  })
