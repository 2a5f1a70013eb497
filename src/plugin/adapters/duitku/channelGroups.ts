import type { ChannelGroup } from '../../payments/port'

/**
 * Duitku's channels of POP and v2 by kind (docs.duitku.com, "Payment Method"). The list is open: what
 * is not in it is `other`.
 */
const CODES: Readonly<Partial<Record<ChannelGroup, string>>> = {
  bank: 'A1 AG B1 BC BR BT BV DM I1 M2 NC S1 VA',
  card: 'VC',
  ewallet: 'DA LA LF OL OV SA SL',
  paylater: 'AT DN',
  qris: 'GQ LQ NQ SP SQ',
  retail: 'FT IR',
}

const groups = new Map(
  Object.entries(CODES).flatMap(([group, codes]) =>
    codes.split(' ').map((code) => [code, group as ChannelGroup] as const),
  ),
)

/** What kind of channel a code stands for; `other` when it is unknown. */
export const groupChannel = (code: string): ChannelGroup =>
  groups.get(code.toUpperCase()) ?? 'other'
