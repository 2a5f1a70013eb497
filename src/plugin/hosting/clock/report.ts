import type { Payload } from 'payload'

import { z } from 'zod'

const KEY = 'lunas.hosting.reconciliation'

const reportShape = z.object({
  alarmed: z.int(),
  apart: z.int(),
  at: z.iso.datetime(),
  healed: z.int(),
  looked: z.int(),
  unseen: z.int(),
})

/** What came of one comparison of all that is wanted with all that is seen. */
export type Reconciliation = {
  /** Of those apart: people were called, or had been. */
  alarmed: number
  /** Not as it is wanted. */
  apart: number
  /** ISO instant. */
  at: string
  /** Of those apart: brought back. */
  healed: number
  /** Services that were looked at. */
  looked: number
  /** Services whose server did not answer, or at which somebody was at work. */
  unseen: number
}

/** Keeps the report of the last comparison. */
export const keepReconciliation = (payload: Payload, report: Reconciliation): Promise<void> =>
  payload.kv.set(KEY, report)

/** The last comparison of what is wanted with what is seen; null before the first. */
export const findReconciliation = async (payload: Payload): Promise<null | Reconciliation> => {
  const stored = reportShape.safeParse(await payload.kv.get(KEY))
  return stored.success ? stored.data : null
}
