import type { ApiAnswer, ApiCall, Refusal } from './call'

import { findChannel } from '../channels'
import { chooseChannel } from '../lifecycle'
import { acceptedScheme } from '../signing'
import { text } from '../transport/messages'
import { paymentUrlOf, popError } from './call'
import { findDraftFault, findDuplicateFault, findItemFault, openInvoice } from './draft'

const unauthorized: Refusal = { message: 'Unauthorized', status: 401 }

/** POP: `POST /api/merchant/createInvoice`, signed by headers. */
export function createInvoice({ body, headers, origin, simulator }: ApiCall): ApiAnswer {
  const refuse = (refusal: Refusal) => popError({ refusal, simulator })
  const scheme = schemeOf({ headers, simulator })
  if (scheme === undefined) return refuse(unauthorized)
  const itemFault = simulator.config.popItemSum ? findItemFault(body) : undefined
  const fault =
    findDraftFault({ body, simulator }) ?? itemFault ?? findDuplicateFault({ body, simulator })
  if (fault) return refuse(fault)
  const method = text({ body, name: 'paymentMethod' })
  if (method !== '' && findChannel(method) === undefined) {
    return refuse({ message: 'Payment channel not available', status: 404 })
  }
  const invoice = openInvoice({ body, product: 'pop', scheme, simulator })
  if (method !== '') chooseChannel({ channel: method.toUpperCase(), invoice, simulator })
  return {
    json: {
      merchantCode: simulator.credentials.merchantCode,
      reference: invoice.reference,
      paymentUrl: paymentUrlOf({ invoice, origin }),
      statusCode: '00',
      statusMessage: 'SUCCESS',
    },
    status: 200,
  }
}

function schemeOf({ headers, simulator }: Pick<ApiCall, 'headers' | 'simulator'>) {
  const merchantCode = String(headers['x-duitku-merchantcode'] ?? '')
  const signature = String(headers['x-duitku-signature'] ?? '')
  const timestamp = String(headers['x-duitku-timestamp'] ?? '')
  const { config, credentials } = simulator
  if (merchantCode !== credentials.merchantCode || !/^\d{13}$/.test(timestamp)) return undefined
  const skew = Math.abs(simulator.now() - Number(timestamp))
  if (config.maxSkewMs > 0 && skew > config.maxSkewMs) return undefined
  return acceptedScheme({ legacy: 'sha256', signature, simulator, text: merchantCode + timestamp })
}
