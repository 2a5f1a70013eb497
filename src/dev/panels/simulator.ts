import type { AddressInfo } from 'node:net'

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'

import { createPanelCertificate, type PanelCertificate } from './certificate'
import { createControl, type PanelControl } from './control'
import type { Desk, Panel } from './panel'
import { serve } from './serve'

/** How to start a panel. */
export type PanelOptions = {
  /** Default 127.0.0.1. */
  host?: string
  /** File that keeps the accounts and the certificate over restarts. Default: forgotten at the end. */
  keepIn?: string | undefined
  now?: () => Date
  /** Default 0: any free port. */
  port?: number
}

/** A running panel. */
export type PanelSimulator<Store> = {
  /** `https://127.0.0.1:port`. */
  address: string
  /** PEM, to pin. */
  certificate: string
  close: () => Promise<void>
  control: PanelControl<Store>
  port: number
}

type Kept<Store> = { own: PanelCertificate; store: Store }

const readKept = <Store>(path: string | undefined): Kept<Store> | undefined =>
  path !== undefined && existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as Kept<Store>)
    : undefined

const keep = <Store>(path: string | undefined, { own, store }: Desk<Store>): void => {
  if (path !== undefined) {
    writeFileSync(`${path}.new`, JSON.stringify({ own, store }), { mode: 0o600 })
    renameSync(`${path}.new`, path)
  }
}

const tls = ({ certificate, key }: PanelCertificate) => ({ cert: certificate, key })

const listen = (server: Server, port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port))
  })

const open = <Store>(desk: Desk<Store>, control: () => PanelControl<Store>): Server =>
  createServer(tls(desk.own), (request, response) => {
    serve({ control: control(), desk, request, response }).catch((error: unknown) => {
      if (response.headersSent) {
        return response.destroy()
      }
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error))
    })
  })

/** Starts a panel that speaks https with its own certificate. `fresh` makes what it knows at the start. */
export async function startPanel<Store>(args: {
  fresh: () => Store
  name: string
  options: PanelOptions
  panel: Panel<Store>
}): Promise<PanelSimulator<Store>> {
  const { fresh, name, options, panel } = args
  const { host = '127.0.0.1', keepIn, now = () => new Date(), port = 0 } = options
  const kept = readKept<Store>(keepIn)
  const own = kept?.own ?? createPanelCertificate(name, now())
  const stranger = createPanelCertificate('somebody else', now())
  const store = kept?.store ?? fresh()
  const quiet = { calls: [], faults: [], isRevoked: false }
  const desk: Desk<Store> = { ...quiet, keep: () => keep(keepIn, desk), own, panel, store }
  const server = open(desk, () => control)
  const setStrangeCertificate = (isStrange: boolean) =>
    server.setSecureContext(tls(isStrange ? stranger : own))
  const reset = () => {
    Object.assign(desk, { calls: [], faults: [], isRevoked: false, store: fresh() })
    desk.keep()
    setStrangeCertificate(false)
  }
  const control = createControl(desk, { reset, setStrangeCertificate })
  const bound = await listen(server, port, host)
  return {
    address: `https://${host}:${bound}`,
    certificate: own.certificate,
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
    control,
    port: bound,
  }
}
