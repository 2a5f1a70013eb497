import type { IncomingMessage, ServerResponse } from 'node:http'

import { setTimeout as wait } from 'node:timers/promises'

import { answerControl, type PanelControl } from './control'
import { type Fault, takeFault } from './faults'
import type { Answer, Desk, Visit } from './panel'

const MAX_BODY = 1_000_000

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += (chunk as Buffer).length
    if (size > MAX_BODY) {
      throw new RangeError('body too large')
    }
    chunks.push(chunk as Buffer)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const readVisit = (request: IncomingMessage, url: URL, body: string): Visit => {
  const fields = new URLSearchParams(url.searchParams)
  new URLSearchParams(body).forEach((value, name) => fields.set(name, value))
  const { headers, method = 'GET' } = request
  return { fields, headers, isPartial: false, method, path: url.pathname }
}

const send = (response: ServerResponse, answer: Answer): void => {
  const { headers = {}, json, status = 200, text = '' } = answer
  const isJson = json !== undefined
  const type = isJson ? 'application/json;charset=UTF-8' : 'text/plain; charset=utf-8'
  response.writeHead(status, { 'content-type': type, ...headers })
  response.end(isJson ? JSON.stringify(json) : text)
}

type Knock<Store> = { desk: Desk<Store>; response: ServerResponse; visit: Visit }

const SECRETS = ['access_key', 'hash', 'secret_key']

/** The same call without any key, which is what a revoked one comes to. */
const keyless = (visit: Visit): Visit => {
  const fields = new URLSearchParams(visit.fields)
  SECRETS.forEach((name) => fields.delete(name))
  return { ...visit, fields, headers: {} }
}

const work = <Store>({ desk, visit }: Knock<Store>): Answer => {
  const asks = desk.isRevoked ? keyless(visit) : visit
  const stranger = desk.panel.findStranger(desk.store, asks)
  const answer = stranger ?? desk.panel.answer(desk.store, visit)
  desk.keep()
  return answer
}

/** Answers as if it had worked, and leaves everything as it was. */
const pretend = <Store>(knock: Knock<Store>): Answer => {
  const { desk, visit } = knock
  if (desk.panel.pretend) {
    return desk.panel.pretend(desk.store, visit)
  }
  const before = JSON.stringify(desk.store)
  const answer = work(knock)
  desk.store = JSON.parse(before) as Store
  desk.keep()
  return answer
}

const spoken = <Store>(fault: Fault, knock: Knock<Store>): Answer | undefined => {
  const { desk, visit } = knock
  switch (fault.kind) {
    case 'notDone':
      return pretend(knock)
    case 'partial':
      return work({ ...knock, visit: { ...visit, isPartial: true } })
    case 'refuse':
      return desk.panel.refuse(visit, fault.words)
    case 'revoked':
      return desk.panel.findStranger(desk.store, keyless(visit))
    default:
      return undefined
  }
}

const PAGE = '<!doctype html><title>Error</title><p>The server met an error.</p>'

const misbehave = async <Store>(fault: Fault, knock: Knock<Store>): Promise<void> => {
  const { response } = knock
  const { delayMs, kind, status, takesEffect } = fault
  const said = spoken(fault, knock)
  if (said !== undefined) {
    return send(response, said)
  }
  if (kind === 'slow') {
    await wait(delayMs, undefined, { ref: false })
    return send(response, work(knock))
  }
  if (takesEffect) {
    work(knock)
  }
  if (kind === 'status' || kind === 'html') {
    const headers = { 'content-type': 'text/html' }
    return send(response, { headers, status: kind === 'html' ? 200 : status, text: PAGE })
  }
  await wait(kind === 'timeout' ? delayMs : 0, undefined, { ref: false })
  response.destroy()
}

/** Answers one call, well or, when a fault is planned, badly. */
export async function serve<Store>(args: {
  control: PanelControl<Store>
  desk: Desk<Store>
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  const { control, desk, request, response } = args
  const url = new URL(request.url ?? '/', 'https://panel')
  const body = await readBody(request)
  if (url.pathname.startsWith('/__control/')) {
    const { headers, method = 'GET' } = request
    const asked = { body, headers, method, path: url.pathname }
    return send(response, answerControl(control as PanelControl<unknown>, asked))
  }
  const visit = readVisit(request, url, body)
  const call = desk.panel.callOf(visit)
  desk.calls.push(call)
  const fault = takeFault(desk.faults, call)
  const knock = { desk, response, visit }
  return fault === undefined ? send(response, work(knock)) : misbehave(fault, knock)
}
