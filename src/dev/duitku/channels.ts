/** How a channel asks for the money on the hosted page. */
export type ChannelGroup = 'card' | 'ewallet' | 'paylater' | 'qris' | 'retail' | 'va'

/** A payment channel with its name on the page. */
export type Channel = { code: string; group: ChannelGroup; hint: string; name: string }

/** The groups in the order of the page. */
export const channelGroups: { id: ChannelGroup; title: string }[] = [
  { id: 'qris', title: 'QRIS' },
  { id: 'va', title: 'Virtual Account' },
  { id: 'ewallet', title: 'E-Wallet' },
  { id: 'retail', title: 'Gerai Ritel' },
  { id: 'card', title: 'Kartu' },
  { id: 'paylater', title: 'Paylater' },
]

const va = 'Transfer dari ATM atau m-banking'
const app = 'Bayar dari aplikasi di ponsel Anda'
const scan = 'Pindai dengan aplikasi apa pun'

/** The documented channels of POP and v2; shops must treat the list as open. */
export const channels: Channel[] = [
  { code: 'SP', group: 'qris', hint: scan, name: 'QRIS ShopeePay' },
  { code: 'NQ', group: 'qris', hint: scan, name: 'QRIS Nobu' },
  { code: 'SQ', group: 'qris', hint: scan, name: 'QRIS Nusapay' },
  { code: 'BC', group: 'va', hint: va, name: 'BCA' },
  { code: 'M2', group: 'va', hint: va, name: 'Mandiri' },
  { code: 'I1', group: 'va', hint: va, name: 'BNI' },
  { code: 'BR', group: 'va', hint: va, name: 'BRI (BRIVA)' },
  { code: 'BV', group: 'va', hint: va, name: 'BSI' },
  { code: 'BT', group: 'va', hint: va, name: 'Permata' },
  { code: 'B1', group: 'va', hint: va, name: 'CIMB Niaga' },
  { code: 'DM', group: 'va', hint: va, name: 'Danamon' },
  { code: 'VA', group: 'va', hint: va, name: 'Maybank' },
  { code: 'NC', group: 'va', hint: va, name: 'Neo Commerce' },
  { code: 'AG', group: 'va', hint: va, name: 'Artha Graha' },
  { code: 'S1', group: 'va', hint: va, name: 'Sahabat Sampoerna' },
  { code: 'A1', group: 'va', hint: va, name: 'ATM Bersama' },
  { code: 'DA', group: 'ewallet', hint: app, name: 'DANA' },
  { code: 'OV', group: 'ewallet', hint: app, name: 'OVO' },
  { code: 'SA', group: 'ewallet', hint: app, name: 'ShopeePay' },
  { code: 'LA', group: 'ewallet', hint: app, name: 'LinkAja' },
  { code: 'IR', group: 'retail', hint: 'Bayar tunai di kasir', name: 'Indomaret' },
  { code: 'FT', group: 'retail', hint: 'Bayar tunai di kasir', name: 'Alfamart' },
  { code: 'VC', group: 'card', hint: 'Visa, Mastercard, JCB', name: 'Kartu kredit atau debit' },
  { code: 'DN', group: 'paylater', hint: 'Cicilan tanpa kartu', name: 'Indodana' },
  { code: 'AT', group: 'paylater', hint: 'Bayar dalam 3 bagian', name: 'Atome' },
]

const byCode = new Map(channels.map((channel) => [channel.code, channel]))

/** Finds a channel by its two-letter code. */
export function findChannel(code: string): Channel | undefined {
  return byCode.get(code.toUpperCase())
}
