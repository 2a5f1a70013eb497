import { nameChannel } from '../../plugin/adapters/duitku/channelNames'

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
export const channels: Channel[] = (
  [
    { code: 'SP', group: 'qris', hint: scan },
    { code: 'NQ', group: 'qris', hint: scan },
    { code: 'SQ', group: 'qris', hint: scan },
    { code: 'BC', group: 'va', hint: va },
    { code: 'M2', group: 'va', hint: va },
    { code: 'I1', group: 'va', hint: va },
    { code: 'BR', group: 'va', hint: va },
    { code: 'BV', group: 'va', hint: va },
    { code: 'BT', group: 'va', hint: va },
    { code: 'B1', group: 'va', hint: va },
    { code: 'DM', group: 'va', hint: va },
    { code: 'VA', group: 'va', hint: va },
    { code: 'NC', group: 'va', hint: va },
    { code: 'AG', group: 'va', hint: va },
    { code: 'S1', group: 'va', hint: va },
    { code: 'A1', group: 'va', hint: va },
    { code: 'DA', group: 'ewallet', hint: app },
    { code: 'OV', group: 'ewallet', hint: app },
    { code: 'SA', group: 'ewallet', hint: app },
    { code: 'LA', group: 'ewallet', hint: app },
    { code: 'IR', group: 'retail', hint: 'Bayar tunai di kasir' },
    { code: 'FT', group: 'retail', hint: 'Bayar tunai di kasir' },
    { code: 'VC', group: 'card', hint: 'Visa, Mastercard, JCB' },
    { code: 'DN', group: 'paylater', hint: 'Cicilan tanpa kartu' },
    { code: 'AT', group: 'paylater', hint: 'Bayar dalam 3 bagian' },
  ] as const
).map((channel) => ({ ...channel, name: nameChannel(channel.code) }))

const byCode = new Map(channels.map((channel) => [channel.code, channel]))

/** Finds a channel by its two-letter code. */
export function findChannel(code: string): Channel | undefined {
  return byCode.get(code.toUpperCase())
}
