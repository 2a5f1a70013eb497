import type { Endpoint } from 'payload'

import { z } from 'zod'

import { DomainError } from '../kernel/errors'
import { defineEndpoint, type EndpointCall, readText } from '../kernel/payload'
import { applyReports } from './chat/reports'
import { saveChoice, stopByPhone } from './choices/choices'
import { buildOptOutUrl, readOptOut } from './choices/optOut'
import { notificationsRuntime } from './runtime'

const MAX_WEBHOOK_BYTES = 256 * 1024

/** Words by which a customer stops optional messages by answering one. */
const STOP = /^\s*(?:stop|berhenti|unsubscribe)\s*[.!]?\s*$/i

/** Meta asks once, when the webhook is set up, whether it is ours. */
const answerSubscription = ({ req }: EndpointCall<undefined>): Promise<Response> => {
  const { chat } = notificationsRuntime.get(req.payload)
  const query = new URL(req.url ?? '', 'http://localhost').searchParams
  if (!chat.answerSubscription) {
    throw new DomainError('notFound')
  }
  const challenge = chat.answerSubscription(query)
  if (challenge === undefined) {
    throw new DomainError('auth.forbidden')
  }
  return Promise.resolve(new Response(challenge, { headers: { 'Content-Type': 'text/plain' } }))
}

const hearWebhook = async ({ req }: EndpointCall<undefined>): Promise<Response> => {
  const { payload } = req
  const { chat } = notificationsRuntime.get(payload)
  const rawBody = await readText(req as unknown as Request, { maxBytes: MAX_WEBHOOK_BYTES })
  if (!chat.readWebhook) {
    throw new DomainError('notFound')
  }
  const news = chat.readWebhook({ headers: req.headers, rawBody })
  if (!news) {
    throw new DomainError('auth.forbidden')
  }
  // Wishes first: a report may send a message another way, which its reader has just said he does not want.
  for (const { from, text } of news.replies) {
    if (STOP.test(text)) {
      await stopByPhone({ from, payload })
    }
  }
  await applyReports({ payload, reports: news.reports })
  return Response.json({ ok: true })
}

/** Mail programs without a button of their own open the address: the page asks, this changes nothing. */
const showOptOut = ({ locale, params, req }: EndpointCall<undefined>): Promise<Response> => {
  const { serverUrl } = notificationsRuntime.get(req.payload)
  const Location = buildOptOutUrl({ locale, serverUrl, token: params.token ?? '' })
  const headers = { 'Cache-Control': 'no-store', Location }
  return Promise.resolve(new Response(null, { headers, status: 303 }))
}

/** One post, from a mail program's own button (RFC 8058) or from our page. */
const postOptOut = async ({ params, req }: EndpointCall<undefined>): Promise<Response> => {
  const { payload } = req
  const { secret } = notificationsRuntime.get(payload)
  const address = readOptOut({ secret, token: params.token ?? '' })
  if (address === undefined) {
    throw new DomainError('message.badLink')
  }
  await saveChoice({ address, choice: { wantsOptional: false }, payload })
  return Response.json({ ok: true })
}

const OPT_OUT = {
  params: { token: 'The word in the link of a mail.' },
  path: '/shop/opt-out/:token',
} as const

const optOutEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    {
      access: 'public',
      doc: {
        answers: { 303: { description: 'The page on which the reader can switch them off.' } },
        errors: [],
        params: OPT_OUT.params,
        summary: 'Leads whoever opens the address of a mail’s List-Unsubscribe to the page',
      },
      handler: showOptOut,
      method: 'get',
      path: OPT_OUT.path,
    },
    options,
  ),
  defineEndpoint(
    {
      access: 'public',
      doc: {
        answers: { 200: { description: 'Done.', schema: z.object({ ok: z.literal(true) }) } },
        description: 'One-click unsubscribe of RFC 8058. Legal notices are sent all the same.',
        errors: ['message.badLink'],
        params: OPT_OUT.params,
        summary: 'Switches optional messages to one address off',
      },
      handler: postOptOut,
      method: 'post',
      path: OPT_OUT.path,
      rate: { limit: 60, name: 'messages.optOut', windowSeconds: 60 },
    },
    options,
  ),
]

/** `/whatsapp/webhook` for the vendor, `/shop/opt-out/:token` for mail programs. */
export const createOutsideEndpoints = (options: { rateFactor: number }): Endpoint[] => [
  defineEndpoint(
    { access: 'public', handler: answerSubscription, method: 'get', path: '/whatsapp/webhook' },
    options,
  ),
  defineEndpoint(
    { access: 'public', handler: hearWebhook, method: 'post', path: '/whatsapp/webhook' },
    options,
  ),
  ...optOutEndpoints(options),
]
