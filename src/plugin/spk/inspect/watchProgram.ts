import type { ChildProcess } from 'node:child_process'

import type { FaultCode } from '../evidence/finding'

import type { InspectLimits } from './limits'
import { type ProcessUse, readUse, WATCH_EVERY_MS } from './memory'

/** How a program ended: `fault` when it was killed for it. */
export type Ended = {
  fault: FaultCode | null
  isStarted: boolean
  rssBytes: number
  /** The end of what it complained about. */
  said: string
}

const MOST_SAID = 2_000
/** On a busy machine an honest file waits for its turn: the clock ends only what hangs. */
const CLOCK_SECONDS_OF_WORK = 4
/** Where work cannot be measured, time by the clock is a poor measure of it. */
const CLOCK_FACTOR = 3

/** What is known of the step that runs: when it began, and how much had been worked by then. */
type Watch = { began: number; ended: Ended; steps: number; worked: number }

const seconds = (): number => performance.now() / 1_000

/** Why a program has to end now, or null. */
const faultOf = (
  { began, ended, steps, worked }: Watch,
  { rssBytes, workedSeconds }: ProcessUse,
  limits: InspectLimits,
): FaultCode | null => {
  if (rssBytes > (steps === 0 ? limits.rssBytes.look : limits.rssBytes.all)) {
    return 'tooBig'
  }
  const spent = workedSeconds === null ? (seconds() - began) / CLOCK_FACTOR : workedSeconds - worked
  // Reading its own sources is not the file's doing.
  return ended.isStarted && spent > limits.seconds.step ? 'tooSlow' : null
}

const listen = (child: ChildProcess, watch: Watch): void => {
  const { ended } = watch
  child.stderr?.on('data', (chunk: Buffer) => {
    ended.said = (ended.said + chunk.toString('utf8')).slice(-MOST_SAID)
  })
  child.on('message', (message) => {
    watch.steps += message === 'step' ? 1 : 0
    ended.isStarted = true
    watch.began = seconds()
    watch.worked = Number.NaN
  })
}

/** Kills a program that takes too long or too much; answers when its process is gone. */
export const watchProgram = (child: ChildProcess, limits: InspectLimits): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const ended: Ended = { fault: null, isStarted: false, rssBytes: 0, said: '' }
    const watch: Watch = { began: seconds(), ended, steps: 0, worked: 0 }
    const kill = (fault: FaultCode): void => {
      ended.fault ??= fault
      child.kill('SIGKILL')
    }
    const look = async (): Promise<void> => {
      const use = child.pid === undefined ? null : await readUse(child.pid)
      if (use) {
        ended.rssBytes = Math.max(ended.rssBytes, use.rssBytes)
        watch.worked = Number.isNaN(watch.worked) ? (use.workedSeconds ?? 0) : watch.worked
        const fault = faultOf(watch, use, limits)
        void (fault && kill(fault))
      }
    }
    const looks = setInterval(() => void look(), WATCH_EVERY_MS)
    const timer = setTimeout(
      () => kill('tooSlow'),
      limits.seconds.all * CLOCK_SECONDS_OF_WORK * 1_000,
    )
    const orphan = (): void => void child.kill('SIGKILL')
    process.once('exit', orphan)
    listen(child, watch)
    const settle = (end: () => void): void => {
      clearTimeout(timer)
      clearInterval(looks)
      process.off('exit', orphan)
      end()
    }
    child.once('error', (error) => settle(() => reject(error)))
    child.once('close', () => settle(() => resolve(ended)))
  })
