import type { ServerResponse } from 'node:http'

import { setTimeout as wait } from 'node:timers/promises'

import type { Fault } from '../faults'
import type { ApiAnswer } from './call'

import { send } from '../transport/messages'

const JSON_TYPE = 'application/json; charset=utf-8'
const DRIPS = 20
const page = '<!doctype html><title>502 Bad Gateway</title><h1>502 Bad Gateway</h1><hr>nginx'

/** Answers in place of the endpoint, or does not. */
export async function breakAnswer({
  fault,
  response,
}: {
  fault: Fault
  response: ServerResponse
}): Promise<void> {
  const plain = (status: number, body: string, headers = {}) =>
    send({ body, headers, response, status, type: JSON_TYPE })
  switch (fault.kind) {
    case 'businessError':
      return plain(200, '{"statusCode":"99","statusMessage":"General Error"}')
    case 'drop':
      return void response.destroy()
    case 'empty':
      return plain(fault.status ?? 200, '')
    case 'html':
      return send({ body: page, response, status: fault.status ?? 200, type: 'text/html' })
    case 'rateLimit':
      return plain(fault.status ?? 429, '{"Message":"Too many requests"}', { 'retry-after': '30' })
    case 'redirect':
      return plain(302, '', { location: 'https://example.com/elsewhere' })
    case 'timeout':
      await wait(fault.delayMs, undefined, { ref: false })
      return void response.destroy()
    default:
      return plain(fault.status ?? 500, '{"Message":"An error has occurred."}')
  }
}

/** Lets the endpoint work and spoils its answer. */
export async function alterAnswer({
  answer,
  fault,
  response,
}: {
  answer: ApiAnswer
  fault: Fault
  response: ServerResponse
}): Promise<void> {
  const body = JSON.stringify(spoil({ fault, json: answer.json }) ?? '')
  if (fault.kind === 'delay') await wait(fault.delayMs, undefined, { ref: false })
  if (fault.kind === 'slowBody') return drip({ body, fault, response, status: answer.status })
  if (fault.kind === 'truncate') {
    response.writeHead(answer.status, { 'content-length': body.length, 'content-type': JSON_TYPE })
    response.write(body.slice(0, body.length / 2), () => response.destroy())
    return
  }
  send({ body, response, status: answer.status, type: JSON_TYPE })
}

function spoil({ fault, json }: { fault: Fault; json: unknown }): unknown {
  if (typeof json !== 'object' || json === null) return json
  const fields: Record<string, unknown> = { ...json }
  const change = (name: string, value: unknown) =>
    name in fields ? { ...fields, [name]: value } : fields
  if (fault.kind === 'wrongAmount')
    return change('amount', String(Number(fields.amount ?? 0) + 1_000))
  if (fault.kind === 'wrongOrder') return change('merchantOrderId', 'SOMEBODY-ELSE-1')
  if (fault.kind === 'wrongReference') return change('reference', 'DS00000SOMEBODYELSE00000')
  if (fault.kind === 'wrongHost') {
    const query = String(fields.paymentUrl ?? '').split('?')[1] ?? ''
    return change(
      'paymentUrl',
      `https://app-prod.duitku.com.example.com/redirect_checkout?${query}`,
    )
  }
  return fields
}

async function drip({
  body,
  fault,
  response,
  status,
}: {
  body: string
  fault: Fault
  response: ServerResponse
  status: number
}): Promise<void> {
  response.writeHead(status, { 'content-type': JSON_TYPE })
  const step = Math.ceil(body.length / DRIPS)
  for (let start = 0; start < body.length && !response.destroyed; start += step) {
    response.write(body.slice(start, start + step))
    await wait(fault.delayMs / DRIPS, undefined, { ref: false })
  }
  response.end()
}
