import type { Answer } from '../panel'

/** A good answer. */
export const gives = (data: unknown = null): Answer => ({ json: { data } })

/** How the API refuses: a status, no data, and one line of words. */
export const saysNo = (status: number, message: string): Answer => ({
  json: { data: null, message: `${message}\n` },
  status,
})
