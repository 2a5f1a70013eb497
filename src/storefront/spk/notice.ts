import { type ErrorCode, isDomainError } from '@/plugin/kernel/errors'
import { faultTexts } from '@/plugin/spk'

import type { Tone } from '../order/status'

/** What became of a button of the agreement's page, carried in the address. */
export const spkNotices = {
  alasan: { key: 'noticeReason', tone: 'warning' },
  benar: { key: 'noticeConfirmed', tone: 'success' },
  berkas: { key: 'noticeFile', tone: 'danger' },
  berubah: { key: 'noticeChanged', tone: 'warning' },
  besar: { key: 'noticeLarge', tone: 'danger' },
  catatan: { key: 'noticeRemark', tone: 'warning' },
  dibatalkan: { key: 'noticeDeclined', tone: 'info' },
  dicatat: { key: 'noticeRemarked', tone: 'success' },
  gangguan: { key: 'noticeError', tone: 'danger' },
  habis: { key: 'noticeNoAttempts', tone: 'warning' },
  kode: { key: 'noticeCodeSent', tone: 'info' },
  'kode-benar': { key: 'noticeCodeRight', tone: 'success' },
  'kode-habis': { key: 'noticeCodeEnded', tone: 'warning' },
  'kode-perlu': { key: 'noticeCodeNeeded', tone: 'warning' },
  'kode-salah': { key: 'noticeCodeWrong', tone: 'warning' },
  lambat: { key: 'noticeSlow', tone: 'warning' },
  pilih: { key: 'noticeChoose', tone: 'warning' },
  'pilih-foto': { key: 'noticeChoosePhotos', tone: 'warning' },
  sama: { key: 'noticeSame', tone: 'warning' },
  setujui: { key: 'noticeAgree', tone: 'warning' },
  terkirim: { key: 'noticeSent', tone: 'success' },
  tunggu: { key: 'noticeTooSoon', tone: 'warning' },
} as const satisfies Record<string, { key: string; tone: Tone }>

/** One of them. */
export type SpkNotice = keyof typeof spkNotices

/** Reads it from a query value; anything unknown is no notice. */
export const readSpkNotice = (value: unknown): SpkNotice | undefined =>
  typeof value === 'string' && Object.hasOwn(spkNotices, value) ? (value as SpkNotice) : undefined

const noticeOfError: Partial<Record<ErrorCode, SpkNotice>> = {
  'event.guardRefused': 'habis',
  'event.notAllowed': 'berubah',
  'event.reasonRequired': 'alasan',
  'input.tooLarge': 'besar',
  'input.tooSlow': 'lambat',
  rateLimited: 'tunggu',
  'spk.codeEnded': 'kode-habis',
  'spk.codeRequired': 'kode-perlu',
  'spk.codeWrong': 'kode-salah',
  'spk.fileRefused': 'berkas',
  'spk.filesWanted': 'pilih',
  'spk.linkEnded': 'berubah',
  'spk.movedOn': 'berubah',
  'spk.photosWanted': 'pilih-foto',
  'spk.remarkField': 'berubah',
  'spk.remarkRequired': 'catatan',
  'spk.sameFile': 'sama',
  'transition.conflict': 'berubah',
}

/** The query that tells a customer why something was refused; what nobody foresaw is `gangguan`. */
export const noticeOfRefusal = (error: unknown): Record<string, string> => {
  if (!isDomainError(error)) {
    return { kabar: 'gangguan' }
  }
  const { at, fault } = error.details
  return {
    kabar: noticeOfError[error.code] ?? 'gangguan',
    ...(typeof fault === 'string' && { ke: String(at), sebab: fault }),
  }
}

/** Why a file was refused, in words, from the query of its notice. */
export const readFault = (sebab: unknown): { en: string; id: string } | undefined =>
  typeof sebab === 'string' && Object.hasOwn(faultTexts, sebab)
    ? faultTexts[sebab as keyof typeof faultTexts]
    : undefined
