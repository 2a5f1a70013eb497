import { z } from 'zod'

import { takePlanned } from '../planned'

/** One planned misbehaviour (`POST /__control/faults`). */
export const faultSchema = z.strictObject({
  /** Which calls it hits, by the name of the command or the path; `*` for all. */
  call: z.string().min(1).max(100).default('*'),
  /** How long `slow` and `timeout` last. */
  delayMs: z.number().int().min(0).max(600_000).default(30_000),
  /**
   * `drop`: the connection ends without an answer; `html`: a page in place of an answer; `notDone`: says
   * that it was done, and did nothing; `partial`: does a part and breaks; `refuse`: the panel's own way of
   * saying no, with `words`; `revoked`: the token is unknown; `slow`: answers late; `status`: an error of
   * the web server; `timeout`: never answers.
   */
  kind: z.enum([
    'drop',
    'html',
    'notDone',
    'partial',
    'refuse',
    'revoked',
    'slow',
    'status',
    'timeout',
  ]),
  status: z.number().int().min(200).max(599).default(500),
  /** Whether the call does its work although the answer is lost. */
  takesEffect: z.boolean().default(false),
  /** How many calls it hits; 0 until cleared. */
  times: z.number().int().min(0).default(1),
  words: z.string().max(200).default('Something went wrong'),
})

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>

/** Takes the first fault planned for a call, and counts it down. */
export function takeFault(faults: Fault[], call: string): Fault | undefined {
  return takePlanned(faults, (each) => each.call === '*' || each.call === call)
}
