import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

import type { Group, GroupOptions } from '../../support/figures/program'
import type { Measured } from '../../support/figures/row'

const program = fileURLToPath(new URL('./child.ts', import.meta.url))

/** Runs one part in a process of its own: a config is bound to one database. */
const runPart = (part: string, { seed, size }: GroupOptions): Promise<Measured[]> =>
  new Promise((resolve, reject) => {
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
    const child = fork(program, [part, String(seed), String(size)], { stdio: [...stdio] })
    child.once('message', (message) => resolve(message as Measured[]))
    child.once('exit', (code) => reject(new Error(`${part} ended with ${code} and no figures`)))
  })

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
