import type { Locale } from '../../kernel/errors'
import type { OrderParams } from '../schema'
import type { MessageContent } from './content'

import { formatRupiah, rupiah } from '../../kernel/money'
import { formatDay, formatInstant, wibDay } from '../../kernel/time'
import { cleanHeaderText, parseMailAddress } from '../mail/headers'

const MAX_ITEMS = 20
const MAX_NAME = 60
const MAX_TITLE = 120

/** Looks like an address to click on. */
const LINK_LIKE = /:\/\/|www\.|@|\p{L}{2,}\.\p{L}{2,}/iu

/** A name as typed, or nothing when it carries a link; see {@link greet}. */
export const safeName = (typed: string): string => {
  const name = cleanHeaderText(typed, MAX_NAME)
  return LINK_LIKE.test(name) ? '' : name
}

/**
 * "Halo Budi," for the name as typed, and without it when the name carries a link: strangers must not
 * send their own advertising through our mails to a third person's address.
 */
export const greet = (args: { locale: Locale; name: string }): string => {
  const name = safeName(args.name)
  const salute = args.locale === 'id' ? 'Halo' : 'Hello'
  return name === '' ? `${salute},` : `${salute} ${name},`
}

/** Rupiah in the reader's spelling. */
export const money = (args: { amount: number; locale: Locale }): string =>
  formatRupiah(rupiah(args.amount), args.locale)

/** A WIB day, 'YYYY-MM-DD', in the reader's spelling. */
export const dayIn = (day: string, locale: Locale): string => formatDay(wibDay(day), locale)

/** Money and message may have crossed: stands in everything that asks for money. */
export const IF_PAID = {
  en: 'Please ignore this message if you have paid already.',
  id: 'Abaikan pesan ini bila Anda sudah membayar.',
}

/** Who buys, and how staff reach him. */
export const describeBuyer = (
  params: Pick<OrderParams, 'customerEmail' | 'customerName' | 'customerPhone'>,
  label: { buyer: string; email: string; phone: string },
): MessageContent['facts'] => {
  const address = parseMailAddress(params.customerEmail)
  const digits = params.customerPhone.replace(/\D/g, '')
  return [
    { label: label.buyer, value: cleanHeaderText(params.customerName) },
    {
      label: label.email,
      value: cleanHeaderText(params.customerEmail),
      ...(address ? { href: `mailto:${address}` } : {}),
    },
    {
      label: label.phone,
      value: cleanHeaderText(params.customerPhone),
      ...(digits ? { href: `https://wa.me/${digits}` } : {}),
    },
  ]
}

/** The lines of the order, the longest orders cut short. */
export const describeItems = (args: {
  locale: Locale
  params: OrderParams
}): MessageContent['items'] => {
  const { locale, params } = args
  const shown = params.items.slice(0, MAX_ITEMS).map((item) => ({
    amount: money({ amount: item.amount, locale }),
    title: `${cleanHeaderText(item.title, MAX_TITLE)}${item.quantity > 1 ? ` × ${item.quantity}` : ''}`,
  }))
  const rest = params.items.slice(MAX_ITEMS)
  if (rest.length === 0) {
    return shown
  }
  const amount = rest.reduce((sum, item) => sum + item.amount, 0)
  const title = locale === 'id' ? `dan ${rest.length} lainnya` : `and ${rest.length} more`
  return [...shown, { amount: money({ amount, locale }), title }]
}

/** Number, date and total of the order. */
export const describeOrder = (args: {
  locale: Locale
  params: OrderParams
}): MessageContent['facts'] => {
  const { locale, params } = args
  const label =
    locale === 'id'
      ? { date: 'Tanggal', number: 'Nomor pesanan', total: 'Total pesanan' }
      : { date: 'Date', number: 'Order number', total: 'Order total' }
  return [
    { label: label.number, value: params.orderNumber },
    { label: label.date, value: formatInstant(new Date(params.placedAt), locale) },
    { label: label.total, value: money({ amount: params.total, locale }) },
  ]
}
