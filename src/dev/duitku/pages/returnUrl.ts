import type { Invoice, Simulator } from '../types'

import { resultCodeOf } from '../lifecycle'

/** The shop's return URL with what Duitku appends; an existing query and fragment stay as they are. */
export function returnLink({
  invoice,
  simulator,
}: {
  invoice: Invoice
  simulator: Simulator
}): string {
  const [page = '', ...fragment] = invoice.returnUrl.split('#')
  const added = new URLSearchParams({
    merchantOrderId: invoice.merchantOrderId,
    resultCode: resultCodeOf({ invoice, simulator }),
    reference: invoice.reference,
  })
  const joint = page.includes('?') ? '&' : '?'
  return [page + joint + added.toString(), ...fragment].join('#')
}
