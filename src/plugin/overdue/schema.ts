import { z } from 'zod'

/** What a shop decides about arrears, beside the ladder of each plan. */
export type OverdueOptions = {
  /** Most days for which one chance may be granted. Default 30. */
  chanceDays?: number
  /** Most chances for one contract; an owner may grant more. Default 2. */
  chances?: number
  /** Hours of the day, WIB, within which customers are written to: from, until. Default 8 and 20. */
  hours?: readonly [from: number, until: number]
  /** Most suspensions that one run makes by itself; what lies above waits for people. Default 25. */
  mostPerRun?: number
  /** Days for which an open invoice holds a suspension up. Default 2; 0 switches the shield off. */
  shieldDays?: number
}

/** Checks the options of arrears and fills in what they leave out. */
export const overdueOptions = z
  .strictObject({
    chanceDays: z.int().min(1).max(180).default(30),
    chances: z.int().min(0).max(20).default(2),
    hours: z
      .tuple([z.int().min(0).max(23), z.int().min(1).max(24)])
      .refine(([from, until]) => from < until, 'must begin before they end')
      .readonly()
      .default([8, 20]),
    mostPerRun: z.int().min(0).max(10_000).default(25),
    shieldDays: z.int().min(0).max(14).default(2),
  })
  .prefault({})
