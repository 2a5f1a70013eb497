import { isDomainError } from '@/plugin/kernel/errors'

import type { Tone } from '../order/status'

/** Why the report of an order is shown again, carried in the address so that it works without JavaScript. */
const notices = {
  disiapkan: { key: 'noticePreparing', tone: 'info' },
  gangguan: { key: 'noticeError', tone: 'danger' },
  terkirim: { key: 'noticeSent', tone: 'success' },
  terlalu: { key: 'noticeOften', tone: 'warning' },
  tutup: { key: 'noticeGone', tone: 'warning' },
  'uji-ulang': { key: 'noticeRetest', tone: 'success' },
  'uji-ulang-tutup': { key: 'noticeNoRetest', tone: 'warning' },
} as const satisfies Record<string, { key: string; tone: Tone }>

/** One reason. */
export type ReportNotice = keyof typeof notices

const codes = [
  ['event.notAllowed', 'uji-ulang-tutup'],
  ['notFound', 'tutup'],
  ['rateLimited', 'terlalu'],
  ['report.expired', 'tutup'],
  ['report.notReady', 'disiapkan'],
  ['report.retestOver', 'uji-ulang-tutup'],
  ['report.retestUsed', 'uji-ulang-tutup'],
  ['report.withdrawn', 'tutup'],
] as const

/** What the customer is told when the shop refused. */
export const reportNoticeOf = (error: unknown): ReportNotice =>
  codes.find(([code]) => isDomainError(error, code))?.[1] ?? 'gangguan'

/** Message key and colour for what an address says; nothing for anything unknown. */
export const readReportNotice = (value: unknown): (typeof notices)[ReportNotice] | undefined =>
  typeof value === 'string' && Object.hasOwn(notices, value)
    ? notices[value as ReportNotice]
    : undefined
