import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

import { readBody, send } from '../duitku/transport/messages'
import { answerCloud } from './cloud/answer'
import { type Fault, sendFaults, takeFault } from './faults'
import { answerLookup } from './cloud/lookup'
import { answerFonnte } from './fonnte/answer'
import { answerDevice } from './fonnte/device'
import { refusalOf } from './refusals'
import type { ApiAnswer, ReceivedCall, Simulator, Vendor } from './types'

const mostCalls = 1_000
const jsonType = 'application/json; charset=utf-8'
const page = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><hr>nginx'

/** What the two vendors answer: Meta's messages, phone and templates; Fonnte's messages and device. */
const DOORS = [
  { method: 'POST', path: /^\/v\d+\.\d+\/\d+\/messages$/, vendor: 'cloud' },
  { method: 'GET', path: /^\/v\d+\.\d+\/\d+(?:\/message_templates)?$/, vendor: 'cloud' },
  { method: 'POST', path: /^\/(?:send|device)$/, vendor: 'fonnte' },
] as const

const doorOf = (path: string) => DOORS.find((door) => door.path.test(path))

/** Which vendor is meant by a path; undefined for pages and levers. */
export const vendorOf = (path: string): undefined | Vendor => doorOf(path)?.vendor

const receive = async (args: {
  path: string
  request: IncomingMessage
  vendor: Vendor
}): Promise<ReceivedCall> => {
  const { authorization = '', 'content-type': contentType = '' } = args.request.headers
  const body = await readBody(args.request)
  return { body, headers: { authorization, contentType }, path: args.path, vendor: args.vendor }
}

const recipientOf = ({ body, vendor }: ReceivedCall): string => {
  const pattern = vendor === 'cloud' ? /"to":"\+?(\d+)"/ : /(?:^|&)target=(\d+)/
  return pattern.exec(body)?.[1] ?? ''
}

type Work = { call: ReceivedCall; query: URLSearchParams; simulator: Simulator }

const work = ({ call, query, simulator }: Work): ApiAnswer => {
  const { body, headers, path, vendor } = call
  const parts = { authorization: headers.authorization, body, path, query, simulator }
  if (vendor === 'fonnte') {
    return path === '/device' ? answerDevice(parts) : answerFonnte(parts)
  }
  return path.endsWith('/messages') ? answerCloud(parts) : answerLookup(parts)
}

const sendAnswer = (args: { answer: ApiAnswer; response: ServerResponse }): void => {
  const { headers, json, status } = args.answer
  const { response } = args
  send({ body: JSON.stringify(json), headers, response, status, type: jsonType })
}

const truncate = (args: { answer: ApiAnswer; response: ServerResponse }): void => {
  const body = JSON.stringify(args.answer.json)
  const { response } = args
  response.writeHead(args.answer.status, {
    'content-length': Buffer.byteLength(body),
    'content-type': jsonType,
  })
  response.write(body.slice(0, body.length / 2), () => response.destroy())
}

const misbehave = async (
  args: { fault: Fault; response: ServerResponse } & Work,
): Promise<void> => {
  const { call, fault, response } = args
  const { delayMs, kind, status } = fault
  if (kind === 'slow' || kind === 'truncate') {
    const answer = work(args)
    await wait(kind === 'slow' ? delayMs : 0, undefined, { ref: false })
    return kind === 'slow' ? sendAnswer({ answer, response }) : truncate({ answer, response })
  }
  if (fault.takesEffect) {
    work(args)
  }
  const refusal = refusalOf({ fault, vendor: call.vendor })
  if (refusal) {
    return sendAnswer({ answer: refusal, response })
  }
  if (kind === 'html') {
    return send({ body: page, response, status: status ?? 502, type: 'text/html' })
  }
  if (kind === 'redirect') {
    const headers = { location: 'https://example.com/elsewhere' }
    return send({ body: '', headers, response, status: status ?? 302, type: 'text/plain' })
  }
  await wait(kind === 'timeout' ? delayMs : 0, undefined, { ref: false })
  response.destroy()
}

/** Answers one call of a vendor's API, well or, when a fault is planned, badly. */
export const serveVendor = async (args: {
  path: string
  query: URLSearchParams
  request: IncomingMessage
  response: ServerResponse
  simulator: Simulator
  vendor: Vendor
}): Promise<void> => {
  const { query, request, response, simulator } = args
  const call = await receive(args)
  if (request.method !== doorOf(args.path)?.method) {
    return send({ body: '', response, status: 405, type: 'text/plain' })
  }
  simulator.calls.push(call)
  simulator.calls.splice(0, simulator.calls.length - mostCalls)
  const to = recipientOf(call)
  const fault = takeFault({ among: sendFaults, faults: simulator.faults, to })
  if (fault) {
    return misbehave({ call, fault, query, response, simulator })
  }
  sendAnswer({ answer: work({ call, query, simulator }), response })
}
