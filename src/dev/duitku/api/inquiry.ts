import type { Body } from '../transport/messages'
import type { Invoice, Simulator } from '../types'
import type { ApiAnswer, ApiCall } from './call'

import { findChannel } from '../channels'
import { chooseChannel } from '../lifecycle'
import { qrisText } from '../qris'
import { acceptedScheme } from '../signing'
import { text } from '../transport/messages'
import { paymentUrlOf, v2Error } from './call'
import { findDraftFault, findDuplicateFault, findItemFault, openInvoice } from './draft'

/** v2: `POST /webapi/api/merchant/v2/inquiry`; its transaction starts as pending. */
export function inquiry({ body, origin, simulator }: ApiCall): ApiAnswer {
  const get = (name: string) => text({ body, name })
  if (get('merchantCode') !== simulator.credentials.merchantCode) {
    return v2Error({ message: 'Merchant not found', status: 404 })
  }
  const scheme = acceptedScheme({
    legacy: get('hashAlgorithm').toLowerCase() === 'sha256' ? 'sha256' : 'md5',
    signature: get('signature'),
    simulator,
    text: get('merchantCode') + get('merchantOrderId') + get('paymentAmount'),
  })
  if (scheme === undefined) return v2Error({ message: 'Wrong signature', status: 401 })
  const fault = findInquiryFault({ body, simulator })
  if (fault) return v2Error(fault)
  const invoice = openInvoice({ body, product: 'v2', scheme, simulator })
  chooseChannel({ channel: get('paymentMethod').toUpperCase(), invoice, simulator })
  return {
    json: { ...describe({ invoice, simulator }), paymentUrl: paymentUrlOf({ invoice, origin }) },
    status: 200,
  }
}

function findInquiryFault({ body, simulator }: { body: Body; simulator: Simulator }) {
  const method = text({ body, name: 'paymentMethod' })
  if (method === '') return { message: 'paymentMethod is mandatory', status: 400 }
  if (findChannel(method) === undefined) {
    return { message: 'Payment channel not available', status: 404 }
  }
  if (text({ body, name: 'customerVaName' }) === '') {
    return { message: 'Customer VA Name must not be empty for this payment channel', status: 400 }
  }
  return (
    findDraftFault({ body, simulator }) ??
    findItemFault(body) ??
    findDuplicateFault({ body, simulator })
  )
}

/** Only the fields of the channel are filled. */
function describe({ invoice, simulator }: { invoice: Invoice; simulator: Simulator }) {
  const qris = findChannel(invoice.channel ?? '')?.group === 'qris'
  return {
    merchantCode: simulator.credentials.merchantCode,
    reference: invoice.reference,
    vaNumber: invoice.vaNumber,
    qrString: qris ? qrisText({ amount: invoice.amount, reference: invoice.reference }) : undefined,
    amount: String(invoice.amount),
    statusCode: '00',
    statusMessage: 'SUCCESS',
  }
}
