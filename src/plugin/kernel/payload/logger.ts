import type { Config, Payload } from 'payload'

import { defaultLoggerOptions } from 'payload'

import { redactDeep, redactText } from '../redact'

type LoggerConfig = Extract<NonNullable<Config['logger']>, { options: unknown }>

/**
 * Payload's `logger` setting for a shop: whatever is logged, by Payload, the queue or the plugin, loses
 * secrets, personal data and statement values first.
 *
 * @param secrets Texts that must appear in no line, such as API keys and passwords
 */
export const createShopLogger = (args: {
  level?: LoggerConfig['options']['level']
  secrets: readonly string[]
}): LoggerConfig => ({
  destination: defaultLoggerOptions,
  options: {
    hooks: {
      logMethod(line, method) {
        const clean = line.map((part: unknown) => redactDeep(part, args.secrets))
        method.apply(this, clean as Parameters<typeof method>)
      },
    },
    level: args.level ?? 'info',
  },
})

/** Two methods of Payload's logger that exist before Payload does. */
export type LateLogger = {
  /** From now on lines go to this Payload's logger. */
  attach: (payload: Payload) => void
  info: (fields: Record<string, unknown>, message: string) => void
  warn: (fields: Record<string, unknown>, message: string) => void
}

/** For parts that are made with the config: silent until `attach`, and redacted by itself. */
export const createLateLogger = (secrets: readonly string[]): LateLogger => {
  let logger: Payload['logger'] | undefined
  const write =
    (level: 'debug' | 'warn') =>
    (fields: Record<string, unknown>, message: string): void => {
      const clean = redactDeep(fields, secrets) as Record<string, unknown>
      logger?.[level](clean, redactText(message, secrets))
    }
  return {
    attach: (payload) => {
      logger = payload.logger
    },
    // A stranger can cause such lines at will: they must not fill the log of a live shop.
    info: write('debug'),
    warn: write('warn'),
  }
}
