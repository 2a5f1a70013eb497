import { spawn } from 'node:child_process'

import { UNFINISHED, UNFINISHED_TRIES } from '../stand/processes'

const runOnce = (program: string): Promise<number> =>
  new Promise((resolve) => {
    const child = spawn(
      process.execPath,
      [...process.execArgv, program, ...process.argv.slice(2)],
      {
        stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
      },
    )
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.once(signal, () => void child.kill(signal))
    }
    child.once('exit', (code) => resolve(code ?? 1))
  })

/**
 * Runs a program as this very command, again when its modules never loaded: a run of minutes should
 * not be red for that.
 */
export const runSteadily = async (program: string): Promise<never> => {
  for (let tries = 1; ; tries++) {
    const code = await runOnce(program)
    if (code !== UNFINISHED || tries === UNFINISHED_TRIES) {
      process.exit(code)
    }
    process.stderr.write('The modules never finished loading; trying again.\n')
  }
}

/** To be called by such a program: it ends when the command that started it is gone. */
export const endWithCommand = (): void => {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel?.unref()
}
