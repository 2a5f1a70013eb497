import type { Labels } from '../../kernel/errors'
import type { FaultCode } from './finding'
import type { Sight, StrayCode } from './sight'

import { faultTexts } from '../inspect'

/** What a code says, as whoever issued it reads it. */
export type ReadQr = (payload: string) => { isOurs: boolean; page: number; token: string }

/** Why the pages cannot be the agreement, or null when they are all there and in order. */
export type PageFault = { detail: Labels; fault: FaultCode }

const faultOf = (fault: FaultCode, more?: Labels): PageFault => {
  const text = faultTexts[fault]
  return more
    ? { detail: { en: `${text.en} ${more.en}`, id: `${text.id} ${more.id}` }, fault }
    : { detail: text, fault }
}

const listOf = (pages: readonly number[]): string => pages.join(', ')

/** Codes of ours on pages that are none of this document: another one, or an earlier version of it. */
const strangers = (
  strays: readonly StrayCode[],
  { readQr, token }: { readQr: ReadQr; token: string },
): FaultCode | null => {
  const ours = strays.filter(({ page }) => page === null).map(({ text }) => readQr(text))
  const found = ours.filter(({ isOurs }) => isOurs)
  if (found.some((code) => code.token !== token)) {
    return 'wrongDocument'
  }
  return found.length > 0 ? 'wrongRevision' : null
}

const missingOf = (pages: Sight['pages'], expected: number): number[] =>
  Array.from({ length: expected }, (_, at) => at + 1).filter((number) => !pages.includes(number))

/** S16: whether all pages are there, in order, and of this document. */
export const judgePages = (
  { pages, strays }: Sight,
  args: { expected: number; readQr: ReadQr; token: string },
): null | PageFault => {
  const strange = strangers(strays, args)
  if (strange) {
    return faultOf(strange)
  }
  const missing = missingOf(pages, args.expected)
  const unknown = pages.filter((page) => page === null).length
  const which = listOf(missing)
  if (missing.length > 0 && unknown >= missing.length) {
    return faultOf('unreadable', {
      en: `Not recognised: page ${which}.`,
      id: `Tidak dikenali: halaman ${which}.`,
    })
  }
  if (missing.length > 0) {
    return faultOf('missingPages', {
      en: `Missing: page ${which}.`,
      id: `Tidak ada: halaman ${which}.`,
    })
  }
  const found = pages.filter((page) => page !== null)
  const isInOrder = found.every((page, at) => at === 0 || page > (found[at - 1] ?? 0))
  return isInOrder
    ? null
    : faultOf('missingPages', {
        en: `They came as ${listOf(found)}.`,
        id: `Urutan yang diterima: ${listOf(found)}.`,
      })
}
