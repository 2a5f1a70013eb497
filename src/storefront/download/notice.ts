import { isDomainError } from '@/plugin/kernel/errors'

import type { Tone } from '../order/status'

/** Why the files of an order are shown again, carried in the address so that it works without JavaScript. */
const notices = {
  disiapkan: { key: 'noticePreparing', tone: 'info' },
  gangguan: { key: 'noticeError', tone: 'danger' },
  habis: { key: 'noticeLimit', tone: 'warning' },
  terkirim: { key: 'noticeSent', tone: 'success' },
  terlalu: { key: 'noticeOften', tone: 'warning' },
  tutup: { key: 'noticeGone', tone: 'warning' },
} as const satisfies Record<string, { key: string; tone: Tone }>

/** One reason. */
export type FileNotice = keyof typeof notices

const codes = [
  ['download.expired', 'tutup'],
  ['download.limitReached', 'habis'],
  ['download.notReady', 'disiapkan'],
  ['download.revoked', 'tutup'],
  ['notFound', 'tutup'],
  ['rateLimited', 'terlalu'],
] as const

/** What the customer is told when the shop refused. */
export const fileNoticeOf = (error: unknown): FileNotice =>
  codes.find(([code]) => isDomainError(error, code))?.[1] ?? 'gangguan'

/** Message key and colour for what an address says; nothing for anything unknown. */
export const readFileNotice = (value: unknown): (typeof notices)[FileNotice] | undefined =>
  typeof value === 'string' && Object.hasOwn(notices, value)
    ? notices[value as FileNotice]
    : undefined
