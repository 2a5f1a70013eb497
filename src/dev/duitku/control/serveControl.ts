import type { IncomingMessage, ServerResponse } from 'node:http'

import { z } from 'zod'

import type { SimulatorControl } from './control'

import { variantNames } from '../callbacks/variants'
import { configSchema } from '../config'
import { faultSchema } from '../faults'
import { readBody, sendJson } from '../transport/messages'
import {
  callbackSchema,
  chooseSchema,
  credentialsSchema,
  fateSchema,
  settlementRequestSchema,
} from './schema'

type Route = (args: { control: SimulatorControl; json: unknown; query: URLSearchParams }) => unknown

const resetSchema = z.object({ config: z.boolean().optional() })

const routes: Record<string, Route> = {
  'DELETE faults': ({ control }) => control.clearFaults(),
  'GET config': ({ control }) => control.state({ limit: 0 }).config,
  'GET faults': ({ control }) => control.state({ limit: 0 }).faults,
  'GET health': ({ control }) => ({
    merchantCode: control.state({ limit: 0 }).merchantCode,
    ok: true,
  }),
  'GET state': ({ control, query }) =>
    control.state({
      limit: Number.parseInt(query.get('limit') ?? '100', 10) || 0,
      merchantOrderId: query.get('merchantOrderId') ?? undefined,
    }),
  'GET transfers': ({ control }) => control.transfers(),
  'GET variants': () => variantNames,
  'POST callback': ({ control, json }) => control.callback(callbackSchema.parse(json)),
  'POST choose': ({ control, json }) => control.choose(chooseSchema.parse(json)),
  'POST config': ({ control, json }) => control.configure(configSchema.partial().parse(json)),
  'POST credentials': ({ control, json }) => control.setCredentials(credentialsSchema.parse(json)),
  'POST expire': ({ control, json }) => control.expire(settlementRequestSchema.parse(json)),
  'POST fail': ({ control, json }) => control.fail(settlementRequestSchema.parse(json)),
  'POST faults': ({ control, json }) =>
    z
      .array(faultSchema)
      .parse(Array.isArray(json) ? json : [json])
      .map(control.addFault),
  'POST idle': ({ control }) => control.idle(),
  'POST pay': ({ control, json }) => control.pay(settlementRequestSchema.parse(json)),
  'POST preview': ({ control, json }) => control.preview(callbackSchema.parse(json)),
  'POST reset': ({ control, json }) => control.reset(resetSchema.parse(json)),
  'POST transfer': ({ control, json }) => control.finishTransfer(fateSchema.parse(json)),
}

/** Answers `/__control/…`: JSON in, JSON out. */
export async function serveControl({
  control,
  request,
  response,
  url,
}: {
  control: SimulatorControl
  request: IncomingMessage
  response: ServerResponse
  url: URL
}): Promise<void> {
  const name = url.pathname.slice('/__control'.length).replace(/^\/|\/$/g, '')
  const route = routes[`${request.method} ${name}`]
  if (route === undefined) {
    sendJson({
      json: { error: 'unknown control', routes: Object.keys(routes) },
      response,
      status: 404,
    })
    return
  }
  try {
    const received = request.method === 'POST' ? await readBody(request) : ''
    const json: unknown = received === '' ? {} : JSON.parse(received)
    const result = await route({ control, json, query: url.searchParams })
    sendJson({ json: result ?? { ok: true }, response })
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    sendJson({
      json: { error: message },
      response,
      status: error instanceof RangeError ? 404 : 400,
    })
  }
}
