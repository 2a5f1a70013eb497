import { createSocket, type Socket } from 'node:dgram'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

import { readBody } from '../duitku/transport/messages'
import { readQuestion, writeAnswer } from './packet'
import { drawPage } from './pages'
import { serveSite, type Site } from './sites'
import { createZone, type Zone } from './zone'

/** A running simulator of customers' domains: DNS over UDP and their web sites on one port. */
export type DomainSimulator = {
  close: () => Promise<void>
  port: number
  /** Lets a host answer in this way. */
  setSite: (host: string, site: Site) => void
  /** Requests that reached a site, as `contoh.test /pfad`. */
  visits: string[]
  zone: Zone
}

type Desk = { saved: string[]; sites: Map<string, Site>; visits: string[]; zone: Zone }

const save = (desk: Desk, args: { isText: boolean; name: string; value: string }): void => {
  const { isText, name, value } = args
  if (isText) {
    desk.zone.set(name.toLowerCase(), { texts: [[value]] })
  } else {
    const { hostname, pathname } = new URL(name)
    desk.sites.set(hostname, { kind: 'text', path: pathname, text: value })
  }
  desk.saved.unshift(`${name} ${value}`)
}

const serveDesk = async (args: {
  desk: Desk
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> => {
  const { desk, request, response } = args
  const { origin } = request.headers
  const isForeign = origin !== undefined && origin !== `http://${request.headers.host}`
  if (request.method === 'POST' && !isForeign) {
    const form = new URLSearchParams(await readBody(request))
    const [name, value] = [form.get('name')?.trim() ?? '', form.get('value')?.trim() ?? '']
    save(desk, { isText: request.url === '/__control/txt', name, value })
    response.writeHead(303, { location: '/' }).end()
    return
  }
  response.writeHead(isForeign ? 403 : 200, { 'content-type': 'text/html; charset=utf-8' })
  response.end(isForeign ? '' : drawPage(desk.saved))
}

const serve = async (
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  if (host === 'localhost' || host === '127.0.0.1') {
    return serveDesk({ desk, request, response })
  }
  desk.visits.push(`${host} ${request.url}`)
  serveSite({ request, response, site: desk.sites.get(host) })
}

const answerNames = (socket: Socket, zone: Zone): void => {
  socket.on('message', (packet, { address, port }) => {
    const question = readQuestion(packet)
    const answer = zone.answer(question.name, question.type)
    if (answer !== 'silent') {
      socket.send(writeAnswer({ ...answer, packet, question }), port, address)
    }
  })
}

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

const bind = (socket: Socket, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('error', reject)
    socket.bind(port, '127.0.0.1', resolve)
  })

/** Starts it on 127.0.0.1; port 0 is any free one. */
export const startDomainSimulator = async (
  options: { port?: number } = {},
): Promise<DomainSimulator> => {
  const zone = createZone('127.0.0.1')
  const desk: Desk = { saved: [], sites: new Map(), visits: [], zone }
  const server = createServer((request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      response.writeHead(400).end(String(error))
    })
  })
  const socket = createSocket('udp4')
  const port = await listen(server, options.port ?? 0)
  await bind(socket, port)
  answerNames(socket, zone)
  return {
    close: async () => {
      await new Promise<void>((resolve) => socket.close(() => resolve()))
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
    port,
    setSite: (host, site) => desk.sites.set(host, site),
    visits: desk.visits,
    zone,
  }
}
