import type { Tone } from './status'

/** Why the order page was opened again, carried in the address so that it works without JavaScript. */
export const noticeCodes = ['gateway', 'diperiksa', 'tunggu', 'gangguan', 'tidak-ada'] as const

/** One reason. */
export type NoticeCode = (typeof noticeCodes)[number]

/** The message key of `order` and the colour for each reason. */
export const notices = {
  diperiksa: { key: 'noticeChecked', tone: 'info' },
  gangguan: { key: 'noticeError', tone: 'danger' },
  gateway: { key: 'noticeGateway', tone: 'warning' },
  'tidak-ada': { key: 'noticeNothingDue', tone: 'info' },
  tunggu: { key: 'noticeTooSoon', tone: 'info' },
} as const satisfies Record<NoticeCode, { key: string; tone: Tone }>

/** Reads the reason from a query value; anything unknown is no notice. */
export const readNotice = (value: unknown): NoticeCode | undefined =>
  noticeCodes.find((code) => code === value)
