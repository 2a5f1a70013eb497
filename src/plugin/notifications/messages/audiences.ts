/** Of every message about an order. */
const placeholders = ['nama', 'nomor', 'jumlah', 'total', 'toko'] as const

/** What a customer must be told: it confirms his order, his money or what became of it. */
export const notice = {
  audience: 'customer',
  channels: ['email'],
  inApp: true,
  isLegalNotice: true,
  placeholders,
} as const

/** What helps a customer along: he chooses whether and where he wants to hear it. */
export const nudge = {
  audience: 'customer',
  channels: ['whatsapp', 'email'],
  inApp: true,
  isLegalNotice: false,
  placeholders,
} as const

/** What the shop's own people must know. They read it in the panel's lists, too. */
export const alarm = {
  audience: 'staff',
  channels: ['email'],
  inApp: false,
  isLegalNotice: true,
  placeholders,
} as const
