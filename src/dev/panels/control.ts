import { z } from 'zod'

import { type Fault, faultSchema } from './faults'
import type { Answer, Desk } from './panel'

/** The levers of a running simulator, for tests in the same process and for the control API. */
export type PanelControl<Store> = {
  addFault: (fault: { kind: Fault['kind'] } & Partial<Fault>) => Fault
  /** Calls since the last reset, by name. */
  calls: () => string[]
  clearFaults: () => void
  /** Every account is as at the start, no fault is planned, the token and the certificate are good. */
  reset: () => void
  /** Whether the token is revoked. */
  setRevoked: (isRevoked: boolean) => void
  /** Shows the certificate of a stranger from now on. */
  setStrangeCertificate: (isStrange: boolean) => void
  /** What the panel knows; tests may change it, as somebody at the panel would. */
  store: () => Store
}

type Lever = (control: PanelControl<unknown>, json: unknown) => unknown

const switchSchema = z.strictObject({ on: z.boolean() })

const LEVERS: Readonly<Record<string, Lever>> = {
  'DELETE /__control/faults': (control) => control.clearFaults(),
  'GET /__control/calls': (control) => ({ calls: control.calls() }),
  'GET /__control/health': () => ({ ok: true }),
  'GET /__control/state': (control) => control.store(),
  'POST /__control/faults': (control, json) => control.addFault(faultSchema.parse(json)),
  'POST /__control/reset': (control) => control.reset(),
  'POST /__control/revoked': (control, json) => control.setRevoked(switchSchema.parse(json).on),
  'POST /__control/strange-certificate': (control, json) =>
    control.setStrangeCertificate(switchSchema.parse(json).on),
}

/** Makes the levers; `onReset` brings the store and the certificate back. */
export const createControl = <Store>(
  desk: Desk<Store>,
  acts: { reset: () => void; setStrangeCertificate: (isStrange: boolean) => void },
): PanelControl<Store> => ({
  addFault: (fault) => {
    const planned = faultSchema.parse(fault)
    desk.faults.push(planned)
    return planned
  },
  calls: () => desk.calls,
  clearFaults: () => void desk.faults.splice(0),
  reset: acts.reset,
  setRevoked: (isRevoked) => void (desk.isRevoked = isRevoked),
  setStrangeCertificate: acts.setStrangeCertificate,
  store: () => desk.store,
})

/** Answers the control API. */
export const answerControl = (
  control: PanelControl<unknown>,
  args: { body: string; headers: Readonly<Record<string, unknown>>; method: string; path: string },
): Answer => {
  const { body, headers, method, path } = args
  const lever = LEVERS[`${method} ${path}`]
  const isForeign = headers['sec-fetch-site'] === 'cross-site'
  if (lever === undefined || isForeign) {
    const message = isForeign ? 'Cross-site request' : 'Not Found'
    return { json: { message }, status: isForeign ? 403 : 404 }
  }
  try {
    return { json: lever(control, body === '' ? {} : JSON.parse(body)) ?? { ok: true } }
  } catch (error) {
    return { json: { message: error instanceof Error ? error.message : 'bad' }, status: 400 }
  }
}
