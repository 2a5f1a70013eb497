import { isDomainError } from '@/plugin/kernel/errors'

import type { Tone } from '../order/status'

/** What became of a button of the choice page, carried in the address. */
export const arrearsNotices = {
  berubah: { key: 'noticeChanged', tone: 'warning' },
  diminta: { key: 'noticeAsked', tone: 'success' },
  ditangguhkan: { key: 'noticeSuspended', tone: 'info' },
  gangguan: { key: 'noticeError', tone: 'danger' },
  lancar: { key: 'noticeCurrent', tone: 'info' },
  setujui: { key: 'noticeConfirm', tone: 'warning' },
  tunggu: { key: 'noticeTooSoon', tone: 'warning' },
} as const satisfies Record<string, { key: string; tone: Tone }>

/** One of them. */
export type ArrearsNotice = keyof typeof arrearsNotices

/** Reads what became of a button from a query value; anything unknown is no notice. */
export const readArrearsNotice = (value: unknown): ArrearsNotice | undefined =>
  typeof value === 'string' && Object.hasOwn(arrearsNotices, value)
    ? (value as ArrearsNotice)
    : undefined

const noticeOfError = [
  ['event.notAllowed', 'berubah'],
  ['overdue.nothingOverdue', 'lancar'],
  ['rateLimited', 'tunggu'],
  ['transition.conflict', 'berubah'],
] as const

/** What the customer is told when a choice was refused; a fault nobody foresaw is `gangguan`. */
export const arrearsNoticeOf = (error: unknown): ArrearsNotice =>
  noticeOfError.find(([code]) => isDomainError(error, code))?.[1] ?? 'gangguan'
