import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'

import { readBody, sendJson } from '../../duitku/transport/messages'
import { configSchema } from '../config'
import { faultSchema } from '../faults'
import type { SimulatorControl } from './control'
import { credentialsSchema, replySchema, stateSchema } from './schema'

type Route = (args: { control: SimulatorControl; json: unknown; query: URLSearchParams }) => unknown

const resetSchema = z.strictObject({ config: z.boolean().optional() })

const listMessages: Route = ({ control, query }) => {
  const found = control.messages({ number: query.get('to') ?? undefined })
  const limit = Number.parseInt(query.get('limit') ?? '100', 10) || 0
  return { messages: found.toReversed().slice(0, limit), total: found.length }
}

const routes: Record<string, Route> = {
  'DELETE /__control/faults': ({ control }) => control.clearFaults(),
  'DELETE /api/messages': ({ control }) => control.reset(),
  'GET /__control/calls': ({ control }) => control.calls(),
  'GET /__control/config': ({ control }) => control.configure({}),
  'GET /__control/deliveries': ({ control }) => control.deliveries(),
  'GET /__control/faults': ({ control }) => control.faults(),
  'GET /__control/health': () => ({ ok: true }),
  'GET /api/messages': listMessages,
  'POST /__control/config': ({ control, json }) =>
    control.configure(configSchema.partial().parse(json)),
  'POST /__control/credentials': ({ control, json }) =>
    control.setCredentials(credentialsSchema.partial().parse(json)),
  'POST /__control/faults': ({ control, json }) =>
    z
      .array(faultSchema)
      .parse(Array.isArray(json) ? json : [json])
      .map(control.addFault),
  'POST /__control/idle': ({ control }) => control.idle(),
  'POST /__control/reply': ({ control, json }) => control.reply(replySchema.parse(json)),
  'POST /__control/reset': ({ control, json }) => control.reset(resetSchema.parse(json)),
  'POST /__control/state': ({ control, json }) => control.move(stateSchema.parse(json)),
  'POST /__control/subscribe': ({ control }) => control.subscribe(),
}

/** Answers `/__control/…` and `/api/…`: JSON in, JSON out. */
export const serveControl = async (args: {
  control: SimulatorControl
  request: IncomingMessage
  response: ServerResponse
  url: URL
}): Promise<void> => {
  const { control, request, response, url } = args
  const route = routes[`${request.method} ${url.pathname}`]
  if (!route) {
    const json = { error: 'unknown control', routes: Object.keys(routes) }
    return sendJson({ json, response, status: 404 })
  }
  try {
    const received = request.method === 'POST' ? await readBody(request) : ''
    const json: unknown = received === '' ? {} : JSON.parse(received)
    const result = await route({ control, json, query: url.searchParams })
    sendJson({ json: result ?? { ok: true }, response })
  } catch (error) {
    const message = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    const status = error instanceof RangeError ? 404 : 400
    sendJson({ json: { error: message }, response, status })
  }
}
