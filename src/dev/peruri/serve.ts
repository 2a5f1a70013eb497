import type { IncomingMessage, ServerResponse } from 'node:http'

import { setTimeout as wait } from 'node:timers/promises'

import type { Desk } from './desk'

import {
  type Answer,
  giveSerial,
  giveStamped,
  listTypes,
  logIn,
  no,
  signDocument,
  takeUpload,
  tellBalance,
  tellStatus,
  type Visit,
} from './doors'
import { type Door, type Fault, takeFault } from './faults'

const MAX_BODY = 30_000_000

type Entry = { door: Door; isOpen?: true; work: (visit: Visit) => Answer | Promise<Answer> }

const ENTRIES: Readonly<Record<string, Entry>> = {
  'GET /api/chanel/stamp/ext': { door: 'status', work: tellStatus },
  'GET /function/saldopos': { door: 'balance', work: tellBalance },
  'GET /jenisdoc': { door: 'types', isOpen: true, work: listTypes },
  'POST /api/users/login': { door: 'login', isOpen: true, work: logIn },
  'POST /chanel/stampv2': { door: 'serial', work: giveSerial },
  'POST /function/saldopos': { door: 'balance', work: tellBalance },
  'POST /keystamp/adapter/docsigningz': { door: 'sign', work: signDocument },
  'POST /uploaddoc2': { door: 'upload', work: takeUpload },
}

const STAMPED = /^\/stamped\/([0-9A-Z]{22})\.pdf$/

/** The door that a request knocks at; undefined for none. */
export const findEntry = (request: IncomingMessage, url: URL): Entry | undefined => {
  const serial = STAMPED.exec(url.pathname)?.[1]
  return serial === undefined
    ? ENTRIES[`${request.method} ${url.pathname.toLowerCase()}`]
    : { door: 'download', work: ({ desk }) => giveStamped(desk, serial) }
}

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > MAX_BODY) {
      throw new RangeError('body too large')
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks)
}

const readForm = (body: Buffer, type: string): Promise<FormData> =>
  new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()

const readJson = (body: Buffer): Record<string, unknown> => {
  try {
    return { ...(JSON.parse(body.toString()) as object) }
  } catch {
    return {}
  }
}

const readVisit = async (desk: Desk, request: IncomingMessage, url: URL): Promise<Visit> => {
  const body = await readBody(request)
  const type = request.headers['content-type'] ?? ''
  const isForm = type.startsWith('multipart/form-data')
  const form = isForm ? await readForm(body, type) : undefined
  const json = isForm ? {} : readJson(body)
  return { desk, form, json, origin: `http://${request.headers.host}`, query: url.searchParams }
}

const isIn = ({ tokens }: Desk, request: IncomingMessage): boolean =>
  tokens.has((request.headers.authorization ?? '').replace(/^Bearer /, ''))

const send = (response: ServerResponse, { body, status }: Answer): void => {
  const isFile = Buffer.isBuffer(body)
  const type = isFile ? 'application/pdf' : 'application/json; charset=utf-8'
  response.writeHead(status, { 'content-type': type })
  response.end(isFile ? body : JSON.stringify(body))
}

const spoil = (desk: Desk, { body, status }: Answer): Answer => {
  const sn = Buffer.isBuffer(body) ? '' : /([0-9A-Z]{22})\.pdf$/.exec(String(body.urlFile))?.[1]
  const stamped = desk.serials.get(sn ?? '')?.stamped
  const at = stamped?.indexOf('/Contents <') ?? -1
  if (stamped !== undefined && at > 0) {
    stamped.write(stamped.toString('latin1', at + 900, at + 901) === '0' ? '1' : '0', at + 900)
  }
  return { body, status }
}

const elsewhere = ({ body, status }: Answer): Answer =>
  Buffer.isBuffer(body)
    ? { body, status }
    : { body: { ...body, urlFile: 'http://127.0.0.1:9/stamped/elsewhere.pdf' }, status }

type Knock = { desk: Desk; response: ServerResponse; work: () => Promise<Answer> }

const misbehave = async (fault: Fault, { desk, response, work }: Knock): Promise<void> => {
  const { delayMs, kind, status, words } = fault
  if (kind === 'slow' || kind === 'wrongSignature' || kind === 'elsewhere') {
    await wait(kind === 'slow' ? delayMs : 0, undefined, { ref: false })
    const answer = await work()
    const spoilt = kind === 'wrongSignature' ? spoil(desk, answer) : answer
    return send(response, kind === 'elsewhere' ? elsewhere(spoilt) : spoilt)
  }
  if (kind === 'expired') {
    desk.tokens.clear()
    return send(response, no('01', 'Token expired'))
  }
  if (fault.takesEffect) {
    await work()
  }
  if (kind === 'businessError') {
    return send(response, {
      body: { errorCode: '97', errorMessage: words, status: 'False' },
      status: 200,
    })
  }
  if (kind === 'status' || kind === 'html') {
    response.writeHead(kind === 'html' ? 502 : status, { 'content-type': 'text/html' })
    response.end('<!doctype html><title>502 Bad Gateway</title>')
    return
  }
  await wait(kind === 'timeout' ? delayMs : 0, undefined, { ref: false })
  response.destroy()
}

/** Answers one call of the service, well or, when a fault is planned, badly. */
export async function serveDoor(args: {
  desk: Desk
  entry: Entry
  request: IncomingMessage
  response: ServerResponse
  url: URL
}): Promise<void> {
  const { desk, entry, request, response, url } = args
  const visit = await readVisit(desk, request, url)
  const { jwToken: _token, password: _password, ...seen } = visit.json
  desk.received.push({ door: entry.door, json: seen })
  const work = async (): Promise<Answer> => entry.work(visit)
  const fault = takeFault(desk.faults, entry.door)
  if (fault !== undefined) {
    return misbehave(fault, { desk, response, work })
  }
  if (entry.isOpen !== true && !isIn(desk, request)) {
    return send(response, { body: { message: 'Unauthorized', statusCode: '01' }, status: 401 })
  }
  send(response, await work())
}
