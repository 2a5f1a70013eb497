import type { MeteraiMode } from '../content'

/** What the guards of an SPK look at; each is found out under its lock. */
export type SpkFacts = {
  /** Uploads of the customer so far, technical faults not counted, and how many there may be. */
  attempts: { made: number; most: number }
  /** Instalment debts of the customer that are overdue, in rupiah, on all his contracts. */
  arrears: number
  /** Whether everything on the reviewer's list is ticked. */
  isChecklistDone: boolean
  /** Whether all that the document needs stands in its draft. */
  isComplete: boolean
  /** Whether the personal data in it were erased. */
  isErased: boolean
  /** Whether money has come in on its order. */
  isPaid: boolean
  /** Whether what is acted on is what is stored: content, or file, by its SHA-256. */
  isSame: boolean
  mode: MeteraiMode
  /** Whether findings are red and nobody has written why it is accepted all the same. */
  needsReason: boolean
  /** Whether a second person has to look, and nobody else has. */
  needsSecond: boolean
}

type Answer = { en: string; id: string }

const refuseUnless =
  (isFine: (facts: SpkFacts) => boolean, why: Answer) =>
  (_: unknown, facts: unknown): Answer | true =>
    isFine(facts as SpkFacts) || why

export const isComplete = refuseUnless(({ isComplete: is }) => is, {
  en: 'something is still missing in the draft',
  id: 'isian draf belum lengkap',
})

export const isSame = refuseUnless(({ isSame: is }) => is, {
  en: 'it has changed meanwhile; please look at it again',
  id: 'isinya sudah berubah; periksa sekali lagi',
})

export const hasStampFirst = refuseUnless(({ mode }) => mode === 'e-first', {
  en: 'in this mode the e-Meterai does not come first',
  id: 'pada mode ini e-Meterai tidak dibubuhkan di awal',
})

export const hasNoStampFirst = refuseUnless(({ mode }) => mode !== 'e-first', {
  en: 'the e-Meterai comes first in this mode',
  id: 'pada mode ini e-Meterai harus dibubuhkan dahulu',
})

export const hasAttempts = refuseUnless(({ attempts }) => attempts.made < attempts.most, {
  en: 'no attempt is left; an admin has to decide',
  id: 'kesempatan mengirim sudah habis; admin perlu memutuskan',
})

export const isKept = refuseUnless(({ isErased }) => !isErased, {
  en: 'its personal data are erased; please begin a new SPK',
  id: 'data pribadinya sudah dihapus; buat SPK baru',
})

export const isErased = refuseUnless(({ isErased: is }) => is, {
  en: 'its data are still there; open it again instead',
  id: 'datanya masih ada; buka lagi SPK ini',
})

export const hasNoMoney = refuseUnless(({ isPaid }) => !isPaid, {
  en: 'the first payment has come in; it cannot be taken back any more',
  id: 'pembayaran pertama sudah masuk; konfirmasi tidak dapat dicabut lagi',
})

/** What both ways of accepting ask for; the first thing that is missing is said. */
const findObstacle = (facts: SpkFacts): Answer | null => {
  const { arrears, isChecklistDone, isSame: isSameFile, needsReason, needsSecond } = facts
  if (!isSameFile) {
    return {
      en: 'another file has come in meanwhile; please look at it again',
      id: 'berkas sudah berganti; periksa sekali lagi',
    }
  }
  if (arrears > 0) {
    return {
      en: 'the customer is in arrears; send him the choice to pay or suspend first',
      id: 'pelanggan menunggak; kirim dahulu pilihan bayar atau tangguhkan',
    }
  }
  if (!isChecklistDone) {
    return { en: 'not everything on the list is ticked', id: 'daftar periksa belum lengkap' }
  }
  if (needsReason) {
    return {
      en: 'there are red findings; write why you accept it all the same',
      id: 'ada temuan merah; tulis alasan Anda tetap menerimanya',
    }
  }
  return needsSecond
    ? { en: 'a second person has to accept it, too', id: 'perlu penerimaan oleh orang kedua' }
    : null
}

export const isAcceptable = (_: unknown, facts: unknown): Answer | true => {
  const known = facts as SpkFacts
  return known.mode === 'e-last'
    ? { en: 'the e-Meterai is still missing', id: 'e-Meterai masih harus dibubuhkan' }
    : (findObstacle(known) ?? true)
}

export const isAcceptableForStamp = (_: unknown, facts: unknown): Answer | true => {
  const known = facts as SpkFacts
  return known.mode === 'e-last'
    ? (findObstacle(known) ?? true)
    : { en: 'in this mode it is confirmed at once', id: 'pada mode ini langsung dikonfirmasi' }
}

/** The first of two: everything but the second person is there. */
export const isVouchable = (_: unknown, facts: unknown): Answer | true =>
  findObstacle({ ...(facts as SpkFacts), needsSecond: false }) ?? true

/** Staff who look after agreements. */
export const STAFF = ['admin', 'owner'] as const
