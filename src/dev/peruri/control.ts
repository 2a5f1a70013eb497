import type { IncomingMessage, ServerResponse } from 'node:http'

import { z } from 'zod'

import type { Desk, Received, Serial } from './desk'

import { type Fault, faultSchema } from './faults'

/** What of a simulator can be looked at. */
export type StateView = {
  balance: number
  received: Received[]
  serials: ({ isStamped: boolean } & Pick<Serial, 'signings' | 'sn'>)[]
}

/** The levers of a running simulator, for tests in the same process and for the control API. */
export type SimulatorControl = {
  addFault: (fault: { kind: Fault['kind'] } & Partial<Fault>) => Fault
  clearFaults: () => void
  /** Makes every token dead, as the end of its day does. */
  expireTokens: () => void
  /** Forgets everything but the account, the authority and the balance. */
  reset: () => void
  /** Roots to pin, PEM. */
  roots: () => string[]
  setBalance: (balance: number) => void
  state: () => StateView
}

/** Makes the levers. */
export const createControl = (desk: Desk): SimulatorControl => ({
  addFault: (fault) => {
    const planned = faultSchema.parse(fault)
    desk.faults.push(planned)
    return planned
  },
  clearFaults: () => void desk.faults.splice(0),
  expireTokens: () => desk.tokens.clear(),
  reset: () => {
    desk.faults.splice(0)
    desk.received.splice(0)
    ;[desk.serials, desk.tokens, desk.uploads].forEach((each) => each.clear())
  },
  roots: () => desk.authority.roots,
  setBalance: (balance) => void (desk.balance = z.number().int().min(0).parse(balance)),
  state: () => ({
    balance: desk.balance,
    received: desk.received,
    serials: [...desk.serials.values()].map(({ signings, sn, stamped }) => {
      return { isStamped: stamped !== undefined, signings, sn }
    }),
  }),
})

const readText = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) {
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

type Lever = (control: SimulatorControl, json: unknown) => unknown

const balanceSchema = z.strictObject({ balance: z.number().int().min(0) })

const LEVERS: Readonly<Record<string, Lever>> = {
  'DELETE /__control/faults': (control) => control.clearFaults(),
  'GET /__control/health': () => ({ ok: true }),
  'GET /__control/roots': (control) => ({ roots: control.roots() }),
  'GET /__control/state': (control) => control.state(),
  'POST /__control/balance': (control, json) =>
    control.setBalance(balanceSchema.parse(json).balance),
  'POST /__control/expire': (control) => control.expireTokens(),
  'POST /__control/faults': (control, json) => control.addFault(faultSchema.parse(json)),
  'POST /__control/reset': (control) => control.reset(),
}

/** Serves the control API; pages of other sites may look at nothing and pull nothing. */
export async function serveControl(args: {
  control: SimulatorControl
  path: string
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  const { control, path, request, response } = args
  const lever = LEVERS[`${request.method} ${path}`]
  const isForeign = request.headers['sec-fetch-site'] === 'cross-site'
  const reply = (status: number, json: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(json ?? { ok: true }))
  }
  if (lever === undefined || isForeign) {
    return reply(isForeign ? 403 : 404, { message: isForeign ? 'Cross-site request' : 'Not Found' })
  }
  try {
    const text = await readText(request)
    reply(200, lever(control, text === '' ? {} : JSON.parse(text)))
  } catch (error) {
    reply(400, { message: error instanceof Error ? error.message : String(error) })
  }
}
