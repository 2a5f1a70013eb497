import type { AddressInfo } from 'node:net'

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'

import type { Desk } from './desk'

import { createControl, serveControl, type SimulatorControl } from './control'
import { findEntry, serveDoor } from './serve'
import { type Authority, createAuthority } from './stamping'

/** How to start a simulator. */
export type PeruriSimulatorOptions = {
  /** Who signs; made anew, or read from `authorityPath`, when none is given. */
  authority?: Authority
  /** File that keeps keys and certificates over restarts, so that the roots stay pinned. */
  authorityPath?: string
  /** Stamps that may be bought. Default 100. */
  balance?: number
  /** Default 127.0.0.1. */
  host?: string
  now?: () => Date
  password: string
  /** Default 0: any free port. */
  port?: number
  user: string
}

/** A running simulator. */
export type PeruriSimulator = {
  close: () => Promise<void>
  control: SimulatorControl
  port: number
  url: string
}

const keepAuthority = async (path: string, now: Date): Promise<Authority> => {
  if (existsSync(path)) {
    return JSON.parse(await readFile(path, 'utf8')) as Authority
  }
  const authority = createAuthority({ environment: 'staging', now })
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, JSON.stringify(authority), { mode: 0o600 })
  return authority
}

const openDesk = async (options: PeruriSimulatorOptions): Promise<Desk> => {
  const { authorityPath, balance = 100, now = () => new Date(), password, user } = options
  const kept = authorityPath === undefined ? undefined : await keepAuthority(authorityPath, now())
  return {
    authority: options.authority ?? kept ?? createAuthority({ environment: 'staging', now: now() }),
    balance,
    faults: [],
    now,
    password,
    received: [],
    serials: new Map(),
    tokens: new Set(),
    uploads: new Map(),
    user,
  }
}

type Call = {
  control: SimulatorControl
  desk: Desk
  request: IncomingMessage
  response: ServerResponse
}

const route = async ({ control, desk, request, response }: Call): Promise<void> => {
  const url = new URL(request.url ?? '/', 'http://simulator')
  const entry = findEntry(request, url)
  return entry === undefined
    ? serveControl({ control, path: url.pathname, request, response })
    : serveDoor({ desk, entry, request, response, url })
}

/** Starts a stand-in for Peruri's hosted service: it really stamps, with an authority of its own. */
export async function startPeruriSimulator(
  options: PeruriSimulatorOptions,
): Promise<PeruriSimulator> {
  const { host = '127.0.0.1', port = 0 } = options
  const desk = await openDesk(options)
  const control = createControl(desk)
  const server = createServer((request, response) => {
    route({ control, desk, request, response }).catch((error: unknown) => {
      response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  const bound = (server.address() as AddressInfo).port
  return {
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
    control,
    port: bound,
    url: `http://${host}:${bound}`,
  }
}
