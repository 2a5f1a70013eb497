import { isDomainError } from '@/plugin/kernel/errors'

/** Why the page of a scope was opened again, carried in the address so that it works without JavaScript. */
export const scopeNotices = {
  diperiksa: { key: 'noticeLooking', tone: 'info' },
  gangguan: { key: 'noticeFailed', tone: 'danger' },
  kedaluwarsa: { key: 'noticeExpired', tone: 'warning' },
  kode: { key: 'noticeRenewed', tone: 'success' },
  terbukti: { key: 'noticeProven', tone: 'success' },
  tersimpan: { key: 'noticeSaved', tone: 'success' },
  tunggu: { key: 'noticeTooOften', tone: 'warning' },
} as const

/** One of them. */
export type ScopeNotice = keyof typeof scopeNotices

/** Reads the reason from a query value; anything unknown is no notice. */
export const readScopeNotice = (value: unknown): ScopeNotice | undefined =>
  Object.keys(scopeNotices).find((code): code is ScopeNotice => code === value)

const noticeOfError = [
  ['rateLimited', 'tunggu'],
  ['scope.alreadyProven', 'terbukti'],
  ['scope.proofExpired', 'kedaluwarsa'],
] as const

/** What the customer is told when the shop refused. */
export const scopeNoticeOf = (error: unknown): ScopeNotice =>
  noticeOfError.find(([code]) => isDomainError(error, code))?.[1] ?? 'gangguan'
