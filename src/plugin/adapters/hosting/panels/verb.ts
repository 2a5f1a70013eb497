import type { z } from 'zod'

import type { DriverOutcome, ServerAccess } from '../../../hosting/port'
import type { Send } from '../http'

/** What a driver of a panel is made of. */
export type DriverOptions = {
  /** Milliseconds for one call. Default 20,000: panels reload web servers before they answer. */
  callMs?: number
  send: Send
}

/** The port gives a verb 25 seconds. */
const VERB_MS = 24_000

/** Names every fault of the settings, in the order of the schema; empty when there is none. */
export const faultsOf = (schema: z.ZodType, settings: unknown): readonly string[] => {
  const { error } = schema.safeParse(settings)
  return (error?.issues ?? []).map(({ message, path }) =>
    [path.join('.'), message].filter(Boolean).join(': '),
  )
}

/**
 * Runs one verb with checked settings and a time limit for the whole of it. Never throws: a fault of the
 * driver itself leaves it open what was done.
 */
export const runVerb = async <Settings, T>(args: {
  schema: z.ZodType<Settings>
  server: ServerAccess
  work: (settings: Settings, signal: AbortSignal) => Promise<DriverOutcome<T>>
}): Promise<DriverOutcome<T>> => {
  const { schema, server, work } = args
  try {
    const settings = schema.safeParse(server.settings)
    if (!settings.success) {
      const reason = `the settings of the server are wrong: ${faultsOf(schema, server.settings).join('; ')}`
      return { kind: 'rejected', reason }
    }
    return await work(settings.data, AbortSignal.timeout(VERB_MS))
  } catch {
    return { kind: 'unknown', reason: 'the driver could not understand the panel' }
  }
}
