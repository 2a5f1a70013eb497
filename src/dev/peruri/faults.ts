import { z } from 'zod'

import { takePlanned } from '../planned'

/** Doors that can be made to misbehave. */
export const doors = [
  'balance',
  'download',
  'login',
  'serial',
  'sign',
  'status',
  'types',
  'upload',
] as const

/** See {@link doors}. */
export type Door = (typeof doors)[number]

/** One planned misbehaviour (`POST /__control/faults`). */
export const faultSchema = z.strictObject({
  /** How long `slow` and `timeout` last. */
  delayMs: z.number().int().min(0).max(600_000).default(30_000),
  door: z.enum([...doors, '*']).default('*'),
  /**
   * `businessError`: 200 whose body says no; `expired`: the token is dead; `wrongSignature`: what was
   * stamped has one wrong byte; `elsewhere`: the address of the file is another host's.
   */
  kind: z.enum([
    'businessError',
    'drop',
    'elsewhere',
    'expired',
    'html',
    'slow',
    'status',
    'timeout',
    'wrongSignature',
  ]),
  status: z.number().int().min(200).max(599).default(500),
  /** Whether the request does its work although the answer is lost. */
  takesEffect: z.boolean().default(false),
  /** How many requests it hits; 0 until cleared. */
  times: z.number().int().min(0).default(1),
  words: z.string().max(200).default('Terjadi kesalahan'),
})

/** See {@link faultSchema}. */
export type Fault = z.infer<typeof faultSchema>

/** Takes the first fault planned for a door, and counts it down. */
export function takeFault(faults: Fault[], door: Door): Fault | undefined {
  return takePlanned(faults, (each) => each.door === '*' || each.door === door)
}
