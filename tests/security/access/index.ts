import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { Group, GroupOptions } from '../../support/figures/program'
import type { Measured } from '../../support/figures/row'

import { UNFINISHED, UNFINISHED_TRIES } from '../../support/stand/processes'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

type Ended = { code: null | number; measured?: Measured[] }

const runOnce = (args: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const child = fork(program, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const ended: Ended = { code: null }
    child.once('message', (message) => (ended.measured = message as Measured[]))
    child.once('exit', (code) => resolve({ ...ended, code }))
  })

/** Runs one part in a process of its own: a config is bound to one database. */
const runPart = async (part: string, { seed, size }: GroupOptions): Promise<Measured[]> => {
  for (let tries = 1; ; tries++) {
    const { code, measured } = await runOnce([part, String(seed), String(size)])
    if (measured) {
      return measured
    }
    if (code !== UNFINISHED || tries === UNFINISHED_TRIES) {
      throw new Error(`${part} ended with ${code} and no figures`)
    }
  }
}

/** One part that fails does not hide what the others found. */
const runPartOrSay = (part: string, options: GroupOptions): Promise<Measured[]> =>
  runPart(part, options).catch((error: unknown) => [
    { detail: String(error), name: `${part}-failed`, unit: '', value: Number.NaN },
  ])

/** Who may do what, what customers see of each other, and what sticks of fields nobody offered. */
export const access: Group = async (options) => [
  ...(await runPartOrSay('matrix', options)),
  ...(await runPartOrSay('crossReads', options)),
  ...(await runPartOrSay('massAssignment', options)),
]
