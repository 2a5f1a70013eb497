import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { sendJson } from '../duitku/transport/messages'
import { createChats } from './chats'
import { configSchema, defaultConfig, type SimulatorConfig } from './config'
import { createControl, type SimulatorControl } from './control/control'
import type { Credentials } from './control/schema'
import { serveControl } from './control/serveControl'
import { servePages } from './pages/servePages'
import { serveVendor, vendorOf } from './serve'
import type { Simulator } from './types'
import { createWebhookSender } from './webhooks/sender'

/** How to start a simulator. */
export type SimulatorOptions = {
  config?: Partial<SimulatorConfig>
  credentials: Credentials
  now?: () => number
  /** Default 0: any free port. */
  port?: number
}

/** A running simulator. */
export type RunningSimulator = {
  close: () => Promise<void>
  control: SimulatorControl
  port: number
  url: string
}

const createSimulator = (options: SimulatorOptions): Simulator => {
  const simulator: Simulator = {
    calls: [],
    chats: createChats(),
    config: {
      ...structuredClone(defaultConfig),
      ...configSchema.partial().parse(options.config ?? {}),
    },
    credentials: { ...options.credentials },
    faults: [],
    now: options.now ?? Date.now,
    sender: createWebhookSender(() => simulator),
  }
  return simulator
}

/** A page on the internet must not read or answer the chats through the developer's browser. */
const isForeign = (request: IncomingMessage): boolean => {
  const host = request.headers.host ?? ''
  const origin = request.headers.origin
  const isOurs = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?$/.test(host)
  return !isOurs || (origin !== undefined && origin !== `http://${host}`)
}

const route = async (args: {
  control: SimulatorControl
  request: IncomingMessage
  response: ServerResponse
  simulator: Simulator
}): Promise<void> => {
  const url = new URL(args.request.url ?? '/', 'http://simulator')
  const vendor = vendorOf(url.pathname)
  if (vendor) {
    return serveVendor({ ...args, path: url.pathname, query: url.searchParams, vendor })
  }
  if (isForeign(args.request)) {
    return sendJson({
      json: { error: 'Only from this machine' },
      response: args.response,
      status: 403,
    })
  }
  return /^\/(?:__control|api)\//.test(url.pathname)
    ? serveControl({ ...args, url })
    : servePages({ ...args, url })
}

const close = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

/** Starts a stand-in for Meta's Cloud API and Fonnte on 127.0.0.1, with chats to look at and levers. */
export const startWhatsappSimulator = async (
  options: SimulatorOptions,
): Promise<RunningSimulator> => {
  const simulator = createSimulator(options)
  const control = createControl(simulator)
  const server = createServer((request, response) => {
    route({ control, request, response, simulator }).catch((error: unknown) =>
      sendJson({ json: { error: String(error) }, response, status: 500 }),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const { port } = server.address() as AddressInfo
  return {
    close: async () => {
      simulator.sender.stop()
      await close(server)
    },
    control,
    port,
    url: `http://127.0.0.1:${port}`,
  }
}
