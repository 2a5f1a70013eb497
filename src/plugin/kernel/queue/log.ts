import { Logger } from 'graphile-worker'
import type { Payload } from 'payload'

import { redactText } from '../redact'

/** Whatever writes the log. */
export type Log = Payload['logger']

const toLevel = (level: string): 'debug' | 'error' | 'warn' =>
  level === 'error' ? 'error' : level === 'warning' ? 'warn' : 'debug'

/** The engine's log lines through Payload's logger; a job that failed and will be retried is a warning. */
export const makeEngineLogger = (log: Log): Logger =>
  new Logger((scope) => (level, message, meta) => {
    const severity = meta?.failure === true ? 'warn' : toLevel(level)
    log[severity]({
      msg: redactText(message),
      ...(scope.workerId ? { workerId: scope.workerId } : {}),
    })
  })
