import type { WibDay } from '../kernel/time'

/**
 * Where the e-Meterai comes in (facts: three modes). `e-first`: on the issued file, before the
 * customer signs its print; `e-last`: on the accepted scan, as the last step; `tempel`: a paper stamp
 * under the customer's ink.
 */
export const METERAI_MODES = ['e-first', 'e-last', 'tempel'] as const

export type MeteraiMode = (typeof METERAI_MODES)[number]

/** One clause as it is printed: a Pasal with its heading; `body` in paragraphs parted by line breaks. */
export type SpkClause = { body: string; key: string; title: string }

/** PIHAK PERTAMA: the shop, and who signs for it. */
export type SpkProvider = {
  address: string
  email: string
  legalName: string
  nib: string
  npwp: string
  phone: string
  representative: string
  representativeTitle: string
}

/** Address of PIHAK KEDUA. */
export type SpkAddress = { city: string; postalCode: string; province: string; street: string }

/**
 * PIHAK KEDUA. A NIK stands here only masked (first and last two digits); the whole one is sealed
 * elsewhere and reaches nothing but the drawn page. `nikMark` tells two of them apart.
 */
export type SpkCustomer = {
  address: SpkAddress
  company: null | { name: string; nib: string; title: string }
  email: string
  name: string
  nikMark: string
  nikMasked: string
  /** E.164. */
  phone: string
}

/** One line of the order; rupiah. */
export type SpkLine = {
  amount: number
  quantity: number
  spec: string
  title: string
  unitPrice: number
}

/** One row of the schedule; rupiah. */
export type SpkInstalment = {
  amount: number
  dueOn: WibDay
  kind: 'downPayment' | 'instalment'
  seq: number
}

/** Terms of being late, as the plan froze them: days after the due day. */
export type SpkLate = {
  /** One sentence in Indonesian; `null` when nothing is charged. */
  fee: null | string
  suspendAfterDays: number
}

/** The agreement that an addendum belongs to; `ordinal` says which one to it this is, from 1. */
export type SpkFormer = { agreementOn: WibDay; number: string; ordinal: number }

/**
 * Everything that the two sides agree on, as it is frozen when it is sent for checking. Its canonical
 * JSON is hashed: one changed letter is another content.
 */
export type SpkContent = {
  agreementOn: WibDay
  clauses: SpkClause[]
  customer: SpkCustomer
  /** City of the court that both sides choose. */
  disputeCity: string
  /** Bytes of type, in points; at least 10. */
  fontSize: number
  /** Only in an addendum. */
  former?: SpkFormer
  instalments: SpkInstalment[]
  late: SpkLate
  lines: SpkLine[]
  mode: MeteraiMode
  /** Months of service. */
  months: number
  orderNumber: string
  /** Days from the confirmation by which the first payment is due when its day has passed. */
  payWithinDays: number
  place: string
  price: { cash: number; downPayment: number; markup: number; setupFee: number; total: number }
  provider: SpkProvider
  /** 0 for the first; printed as `Rev. 1` and on. */
  revision: number
  template: { id: string; version: number }
}
