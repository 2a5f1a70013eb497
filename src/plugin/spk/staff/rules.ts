import type { Labels } from '../../kernel/errors'
import type { MeteraiMode } from '../content'
import type { Finding } from '../evidence'
import type { MeteraiReport, MeteraiVerdict } from '../emeterai'

import { isWholeStamp } from '../rules'

/** Shortest reason that is worth keeping. */
const LEAST_REASON = 10

/** Whether red findings are accepted without saying why. */
export const lacksReason = (findings: readonly Finding[], reason: string): boolean =>
  findings.some(({ severity }) => severity === 'red') && reason.trim().length < LEAST_REASON

/**
 * Which step an acceptance is: the first of two people vouches, the second accepts. Whoever vouched is
 * not the second one; a vow counts for the file that it was made for.
 */
export const resolveAcceptance = (args: {
  above: null | number
  actorId: string
  mode: MeteraiMode
  sha256: string
  total: number
  vouched: { by: null | string; sha256: null | string }
}): { event: 'accept' | 'acceptForStamp' | 'vouch'; needsSecond: boolean } => {
  const { above, actorId, mode, sha256, total, vouched } = args
  const isTwo = above !== null && total >= above
  const isVouched = vouched.by !== null && vouched.sha256 === sha256
  if (isTwo && !isVouched) {
    return { event: 'vouch', needsSecond: true }
  }
  return {
    event: mode === 'e-last' ? 'acceptForStamp' : 'accept',
    needsSecond: isTwo && vouched.by === actorId,
  }
}

/** Why a stamped file cannot be used at all. */
export const sayUnfit = ({
  content,
  isPrefix,
  verdict,
}: Pick<MeteraiReport, 'content' | 'isPrefix' | 'verdict'>): Labels =>
  isWholeStamp(verdict) && !isPrefix && content?.isSameText !== true
    ? {
        en: 'its text is not the one of the issued document',
        id: 'isinya bukan isi dokumen terbit',
      }
    : VERDICT_TEXTS[verdict]

/** How an e-Meterai turned out, for people. */
export const VERDICT_TEXTS: Record<MeteraiVerdict, Labels> = {
  BROKEN: { en: 'the file was changed or damaged', id: 'berkas berubah atau rusak' },
  IMAGE_ONLY: { en: 'a picture without a signature', id: 'hanya gambar, tanpa tanda elektronik' },
  NONE: { en: 'no e-Meterai was found', id: 'e-Meterai tidak ditemukan' },
  STAGING_SPECIMEN: { en: 'a specimen for tests', id: 'spesimen untuk uji coba' },
  VALID: { en: 'in order', id: 'sesuai' },
  VALID_UNKNOWN_CA: {
    en: 'intact, of an issuer that we do not know',
    id: 'utuh, penerbitnya belum kami kenal',
  },
}
