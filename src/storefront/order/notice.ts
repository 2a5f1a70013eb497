import { isDomainError } from '@/plugin/kernel/errors'

import type { Tone } from './status'

/** Why the order page was opened again, carried in the address so that it works without JavaScript. */
export const noticeCodes = [
  'diperiksa',
  'ditanyakan',
  'ditolak',
  'gangguan',
  'gateway',
  'jadwal',
  'pilihan',
  'tidak-ada',
  'tunggu',
] as const

/** One reason. */
export type NoticeCode = (typeof noticeCodes)[number]

/** The message key of `order` and the colour for each reason. */
export const notices = {
  diperiksa: { key: 'noticeChecked', tone: 'info' },
  ditanyakan: { key: 'noticeAsked', tone: 'success' },
  ditolak: { key: 'noticeRejected', tone: 'danger' },
  gangguan: { key: 'noticeError', tone: 'danger' },
  gateway: { key: 'noticeGateway', tone: 'warning' },
  jadwal: { key: 'noticeScheduled', tone: 'success' },
  pilihan: { key: 'noticeChanged', tone: 'warning' },
  'tidak-ada': { key: 'noticeNothingDue', tone: 'info' },
  tunggu: { key: 'noticeTooSoon', tone: 'info' },
} as const satisfies Record<NoticeCode, { key: string; tone: Tone }>

/** Reads the reason from a query value; anything unknown is no notice. */
export const readNotice = (value: unknown): NoticeCode | undefined =>
  noticeCodes.find((code) => code === value)

const noticeOfError = [
  ['contract.oldestFirst', 'pilihan'],
  ['gateway.rejected', 'ditolak'],
  ['gateway.unavailable', 'gateway'],
  ['order.alreadyPaid', 'tidak-ada'],
  ['order.cancelled', 'tidak-ada'],
  ['payment.checkTooSoon', 'tunggu'],
  ['payment.nothingDue', 'tidak-ada'],
  ['rateLimited', 'tunggu'],
] as const

/** A debt was named that is paid by now: somebody else was faster, or another window. */
const isStale = (error: unknown): boolean =>
  isDomainError(error, 'payment.nothingDue') && error.details.instalment !== undefined

/** What the customer is told when the shop refused; a fault nobody foresaw is `gangguan`. */
export const noticeOf = (error: unknown): NoticeCode =>
  isStale(error)
    ? 'pilihan'
    : (noticeOfError.find(([code]) => isDomainError(error, code))?.[1] ?? 'gangguan')
