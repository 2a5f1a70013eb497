import type { Payload } from 'payload'

import { queryRows, type SQL } from '../kernel/payload'

/** One row that breaks a promise, in a plain sentence. */
export type Finding = { sentence: string; subject: string }

/** Something that must be true at every moment, whatever has happened. */
export type Invariant = {
  /** Short name, `I1` to `I17`. */
  code: string
  find: (payload: Payload) => Promise<Finding[]>
  /** What the shop promises. */
  promise: string
}

/** An invariant whose breaches one statement finds; it selects `subject` and `sentence`. */
export const defineInvariant = (args: {
  breaches: SQL
  code: string
  promise: string
}): Invariant => ({
  code: args.code,
  find: (payload) => queryRows<Finding>(payload, args.breaches),
  promise: args.promise,
})
