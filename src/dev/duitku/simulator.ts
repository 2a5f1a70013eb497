import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { createServer } from 'node:http'

import type { SimulatorConfig } from './config'
import type { SimulatorControl } from './control/control'
import type { Simulator } from './types'

import { demoDisbursement } from '../../config/standIns'
import { apiPaths, serveApi } from './api/serve'
import { createSender } from './callbacks/sender'
import { createDesk, type DisbursementUser } from './disbursement/desk'
import { configSchema, defaultConfig } from './config'
import { createControl } from './control/control'
import { serveControl } from './control/serveControl'
import { createLimiter } from './limiter'
import { serveAsset } from './pages/assets'
import { serveCheckout } from './pages/serveCheckout'
import { serveConsole } from './pages/serveConsole'
import { createPersistence, type Persistence } from './persistence'
import { createStore } from './store'
import { send, sendJson } from './transport/messages'

const demoUser: DisbursementUser = {
  email: demoDisbursement.DUITKU_DISBURSEMENT_EMAIL,
  secret: demoDisbursement.DUITKU_DISBURSEMENT_SECRET,
  userId: demoDisbursement.DUITKU_DISBURSEMENT_USER_ID,
}

/** How to start a simulator. */
export type SimulatorOptions = {
  apiKey: string
  config?: Partial<SimulatorConfig>
  /** User of the disbursement; the demo's by default. */
  disbursement?: DisbursementUser
  /** Default 127.0.0.1. */
  host?: string
  maxInvoices?: number
  merchantCode: string
  merchantName?: string
  /** Default 0: any free port. */
  port?: number
  /** Origin of payment pages, when browsers reach the simulator under another name than the shop. */
  publicUrl?: string
  /** File that keeps the invoices over restarts. */
  statePath?: string
}

/** A running simulator. */
export type RunningSimulator = {
  close: () => Promise<void>
  control: SimulatorControl
  port: number
  url: string
}

/** Starts a stand-in for Duitku: its API, its hosted page, its callbacks, and levers for tests. */
export async function startDuitkuSimulator(options: SimulatorOptions): Promise<RunningSimulator> {
  const { host = '127.0.0.1', merchantName = 'Toko Demo', port = 0 } = options
  const { persistence, simulator } = await createSimulator(options)
  const control = createControl(simulator)
  const server = createServer((request, response) => {
    route({ control, merchantName, request, response, simulator }).catch((error: unknown) => {
      sendJson({ json: { Message: String(error) }, response, status: 500 })
    })
  })
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const bound = (server.address() as AddressInfo).port
  const close = async () => {
    simulator.sender.stop()
    await new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    })
    await persistence.flush()
  }
  return { close, control, port: bound, url: `http://${host}:${bound}` }
}

/** The state behind the server, with the invoices of an earlier run. */
async function createSimulator(
  options: SimulatorOptions,
): Promise<{ persistence: Persistence; simulator: Simulator }> {
  const { config = {}, maxInvoices = 200_000 } = options
  const persistence = createPersistence({
    path: options.statePath,
    snapshot: () => simulator.store.list(maxInvoices).reverse(),
  })
  const simulator: Simulator = {
    config: { ...structuredClone(defaultConfig), ...configSchema.partial().parse(config) },
    credentials: { apiKey: options.apiKey, merchantCode: options.merchantCode },
    disbursement: createDesk(options.disbursement ?? demoUser),
    faults: [],
    limiter: createLimiter(),
    now: () => Date.now() + simulator.config.clockOffsetMs,
    publicUrl: options.publicUrl,
    requests: {},
    sender: createSender(() => simulator),
    store: createStore({ maxInvoices, onChange: persistence.touch }),
  }
  for (const invoice of await persistence.load()) simulator.store.add(invoice)
  return { persistence, simulator }
}

type Call = {
  control: SimulatorControl
  merchantName: string
  request: IncomingMessage
  response: ServerResponse
  simulator: Simulator
}

async function route({ control, merchantName, request, response, simulator }: Call): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://simulator')
  const path = url.pathname.toLowerCase().replace(/(?<=.)\/+$/, '')
  const endpoint = apiPaths[path]
  if (endpoint) return serveApi({ endpoint, request, response, simulator })
  if (request.method !== 'GET' && request.headers['sec-fetch-site'] === 'cross-site') {
    return sendJson({ json: { Message: 'Cross-site request' }, response, status: 403 })
  }
  if (path.startsWith('/__control')) return serveControl({ control, request, response, url })
  if (path === '/redirect_checkout' || path === '/payment') {
    return serveCheckout({ merchantName, request, response, simulator, url })
  }
  if (path === '/' || path === '/console') return serveConsole({ control, request, response })
  if (serveAsset({ path, response })) return
  send({ body: 'Not Found', response, status: 404, type: 'text/plain' })
}
