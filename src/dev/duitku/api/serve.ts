import type { IncomingMessage, ServerResponse } from 'node:http'

import type { EndpointName, Fault } from '../faults'
import type { Simulator } from '../types'
import type { ApiAnswer, ApiCall } from './call'

import {
  disbursementBalance,
  disbursementInquiry,
  disbursementStatus,
  disbursementTransfer,
} from '../disbursement/serve'
import { isAlteration, takeFault } from '../faults'
import { originOf, parseBody, readBody, send, text } from '../transport/messages'
import { createInvoice } from './createInvoice'
import { inquiry } from './inquiry'
import { alterAnswer, breakAnswer } from './misbehave'
import { paymentMethods } from './paymentMethods'
import { transactionStatus } from './transactionStatus'

const handlers: Record<EndpointName, (call: ApiCall) => ApiAnswer> = {
  createInvoice,
  disbursementBalance,
  disbursementInquiry,
  disbursementStatus,
  disbursementTransfer,
  inquiry,
  paymentMethods,
  transactionStatus,
}

/** Duitku's paths, in lower case: it does not mind the spelling. */
export const apiPaths: Record<string, EndpointName> = {
  '/api/merchant/createinvoice': 'createInvoice',
  '/api/merchant/transactionstatus': 'transactionStatus',
  '/webapi/api/disbursement/checkbalance': 'disbursementBalance',
  '/webapi/api/disbursement/inquiry': 'disbursementInquiry',
  '/webapi/api/disbursement/inquirysandbox': 'disbursementInquiry',
  '/webapi/api/disbursement/inquirystatus': 'disbursementStatus',
  '/webapi/api/disbursement/transfer': 'disbursementTransfer',
  '/webapi/api/disbursement/transfersandbox': 'disbursementTransfer',
  '/webapi/api/merchant/paymentmethod/getpaymentmethod': 'paymentMethods',
  '/webapi/api/merchant/transactionstatus': 'transactionStatus',
  '/webapi/api/merchant/v2/inquiry': 'inquiry',
}

/** Answers one call of the API, well or, when a fault is planned, badly. */
export async function serveApi({
  endpoint,
  request,
  response,
  simulator,
}: {
  endpoint: EndpointName
  request: IncomingMessage
  response: ServerResponse
  simulator: Simulator
}): Promise<void> {
  simulator.requests[endpoint] = (simulator.requests[endpoint] ?? 0) + 1
  const received = await readBody(request)
  const body = parseBody({ contentType: request.headers['content-type'] ?? '', text: received })
  if (body === undefined || request.method !== 'POST') {
    sendAnswer({ answer: { json: { Message: 'Bad Request' }, status: 400 }, response })
    return
  }
  const merchantOrderId = text({ body, name: 'merchantOrderId' })
  const fault = takeFault({ endpoint, faults: simulator.faults, merchantOrderId })
  const origin = originOf({ publicUrl: simulator.publicUrl, request })
  const work = () => handlers[endpoint]({ body, headers: request.headers, origin, simulator })
  if (fault === undefined) sendAnswer({ answer: work(), response })
  else await misbehave({ fault, response, work })
}

async function misbehave({
  fault,
  response,
  work,
}: {
  fault: Fault
  response: ServerResponse
  work: () => ApiAnswer
}): Promise<void> {
  if (isAlteration(fault.kind)) {
    await alterAnswer({ answer: work(), fault, response })
    return
  }
  if (fault.takesEffect) work()
  await breakAnswer({ fault, response })
}

/** Sends a prepared answer. */
export function sendAnswer({
  answer,
  response,
}: {
  answer: ApiAnswer
  response: ServerResponse
}): void {
  const body = answer.json === undefined ? '' : JSON.stringify(answer.json)
  const { headers, status } = answer
  send({ body, headers, response, status, type: 'application/json; charset=utf-8' })
}
