import type { IncomingMessage, ServerResponse } from 'node:http'

import type { Invoice, Simulator } from '../types'

import { findChannel } from '../channels'
import { chooseChannel, expireInvoice, failInvoice, payInvoice, refresh } from '../lifecycle'
import { parseBody, readBody, seeOther, send, text } from '../transport/messages'
import { checkoutPage, unknownPage } from './checkout'
import { returnLink } from './returnUrl'

type Call = {
  merchantName: string
  request: IncomingMessage
  response: ServerResponse
  simulator: Simulator
  url: URL
}

/** Headers of every page: no foreign content, no framing. */
export const pageHeaders = {
  'cache-control': 'no-store',
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
}

/** The hosted page: shows it, or does what the customer pressed and sends the browser on. */
export async function serveCheckout(call: Call): Promise<void> {
  const { request, simulator, url } = call
  if (request.method === 'GET') {
    const reference = url.searchParams.get('reference') ?? ''
    showPage({ ...call, invoice: simulator.store.findByReference(reference) })
    return
  }
  const received = await readBody(request)
  const body =
    parseBody({ contentType: request.headers['content-type'] ?? '', text: received }) ?? {}
  const invoice = simulator.store.findByReference(text({ body, name: 'reference' }))
  if (invoice === undefined) {
    showPage({ ...call, invoice })
    return
  }
  act({
    ...call,
    action: text({ body, name: 'action' }),
    channel: text({ body, name: 'channel' }),
    invoice: refresh({ invoice, simulator }),
  })
}

function showPage({
  invoice,
  merchantName,
  response,
  simulator,
}: { invoice?: Invoice } & Call): void {
  const page = invoice
    ? checkoutPage({ invoice: refresh({ invoice, simulator }), merchantName, simulator })
    : unknownPage()
  const status = invoice ? 200 : 404
  send({ body: page, headers: pageHeaders, response, status, type: 'text/html; charset=utf-8' })
}

function act({
  action,
  channel,
  invoice,
  response,
  simulator,
}: { action: string; channel: string; invoice: Invoice } & Call): void {
  const path = invoice.product === 'pop' ? 'redirect_checkout' : 'payment'
  const here = `/${path}?reference=${invoice.reference}`
  const open = invoice.status === 'created' || invoice.status === 'pending'
  if (!open) return seeOther({ location: here, response })
  const chosen = invoice.channel !== undefined
  const ends = { expire: expireInvoice, fail: failInvoice, pay: payInvoice }
  if (action in ends && (chosen || action === 'expire')) {
    void ends[action as keyof typeof ends]({ invoice, simulator })
    return seeOther({ location: returnLink({ invoice, simulator }), response })
  }
  if (action === 'choose' && findChannel(channel)) chooseChannel({ channel, invoice, simulator })
  if (action === 'change' && invoice.product === 'pop') invoice.status = 'created'
  seeOther({ location: here, response })
}
