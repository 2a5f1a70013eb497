import { fork } from 'node:child_process'

import type { GroupOptions } from '../support/figures/program'
import type { Measured } from '../support/figures/row'

/** Runs one part of a group in a process of its own: a config is bound to one database. */
const runPart = (args: {
  options: GroupOptions
  part: string
  program: string
}): Promise<Measured[]> =>
  new Promise((resolve, reject) => {
    const { options, part, program } = args
    const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
    const { seed, size } = options
    const child = fork(program, [part, String(seed), String(size)], { stdio: [...stdio] })
    child.once('message', (message) => resolve(message as Measured[]))
    child.once('exit', (code) => reject(new Error(`${part} ended with ${code} and no figures`)))
  })

/** One part that fails does not hide what the others found. */
export const runInChild = (args: {
  options: GroupOptions
  part: string
  program: string
}): Promise<Measured[]> =>
  runPart(args).catch((error: unknown) => [
    { detail: String(error), name: `${args.part}-failed`, unit: '', value: Number.NaN },
  ])

/** What the child does with its figures: hands them to whoever started it, or shows them. */
export const handOver = (measured: readonly Measured[]): void => {
  if (process.send) {
    process.send(measured, () => process.exit(0))
  } else {
    process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`, () => process.exit(0))
  }
}
