import type { StateDefinition } from '../kernel/machine'

/** Every state of an SPK, as people read it. */
export const SPK_STATES = {
  active: { label: { en: 'In force', id: 'Berlaku' }, tone: 'success' },
  analysing: {
    label: { en: 'File is being examined', id: 'Berkas diperiksa sistem' },
    tone: 'info',
  },
  awaitingSignature: {
    label: { en: 'Waiting for the signature', id: 'Menunggu tanda tangan' },
    tone: 'warning',
  },
  cancelled: { label: { en: 'Cancelled', id: 'Dibatalkan' }, tone: 'neutral' },
  completed: { label: { en: 'Completed', id: 'Selesai' }, terminal: true, tone: 'neutral' },
  confirmed: { label: { en: 'Confirmed', id: 'Dikonfirmasi' }, tone: 'success' },
  dataConfirmed: { label: { en: 'Content confirmed', id: 'Isi dinyatakan benar' }, tone: 'info' },
  draft: { label: { en: 'Draft', id: 'Draf' }, tone: 'neutral' },
  expired: { label: { en: 'Expired', id: 'Kedaluwarsa' }, tone: 'neutral' },
  finalCheck: {
    label: { en: 'e-Meterai is being checked', id: 'e-Meterai diperiksa' },
    tone: 'info',
  },
  finalStamp: { label: { en: 'Waiting for e-Meterai', id: 'Menunggu e-Meterai' }, tone: 'warning' },
  issued: { label: { en: 'Issued', id: 'Diterbitkan' }, tone: 'info' },
  moreEvidence: { label: { en: 'Photo asked for', id: 'Menunggu foto' }, tone: 'warning' },
  revisionRequested: {
    label: { en: 'Corrections asked for', id: 'Perbaikan diminta' },
    tone: 'warning',
  },
  sealed: {
    label: { en: 'Confirmed and sealed', id: 'Dikonfirmasi dan disegel' },
    tone: 'success',
  },
  signatureRejected: {
    label: { en: 'Signature to be sent again', id: 'Tanda tangan perlu diulang' },
    tone: 'danger',
  },
  stampCheck: {
    label: { en: 'e-Meterai is being checked', id: 'e-Meterai diperiksa' },
    tone: 'info',
  },
  superseded: { label: { en: 'Replaced', id: 'Diganti' }, terminal: true, tone: 'neutral' },
  terminated: { label: { en: 'Terminated', id: 'Diakhiri' }, terminal: true, tone: 'danger' },
  underReview: { label: { en: 'Under review', id: 'Ditinjau admin' }, tone: 'info' },
  validating: {
    label: { en: 'Being checked by the customer', id: 'Diperiksa pelanggan' },
    tone: 'warning',
  },
} as const satisfies Record<string, StateDefinition>

/** Where an SPK can stand. */
export type SpkState = keyof typeof SPK_STATES

/** Their names, for schemas. */
export const SPK_STATE_NAMES = Object.keys(SPK_STATES) as [SpkState, ...SpkState[]]

/** Under way, and not confirmed yet. */
export const LIVE_STATES = [
  'draft',
  'validating',
  'revisionRequested',
  'dataConfirmed',
  'issued',
  'stampCheck',
  'awaitingSignature',
  'analysing',
  'underReview',
  'moreEvidence',
  'signatureRejected',
  'finalStamp',
  'finalCheck',
] as const satisfies readonly SpkState[]

/** In which its order may be paid and its hosting be created. */
export const CONFIRMED_STATES = [
  'confirmed',
  'sealed',
  'active',
  'completed',
] as const satisfies readonly SpkState[]

/** Whose turn it is. */
export type SpkTurn = 'customer' | 'nobody' | 'staff' | 'system'

const TURNS: Record<SpkState, SpkTurn> = {
  active: 'nobody',
  analysing: 'system',
  awaitingSignature: 'customer',
  cancelled: 'nobody',
  completed: 'nobody',
  confirmed: 'system',
  dataConfirmed: 'staff',
  draft: 'staff',
  expired: 'staff',
  finalCheck: 'system',
  finalStamp: 'staff',
  issued: 'staff',
  moreEvidence: 'customer',
  revisionRequested: 'staff',
  sealed: 'customer',
  signatureRejected: 'customer',
  stampCheck: 'system',
  superseded: 'nobody',
  terminated: 'nobody',
  underReview: 'staff',
  validating: 'customer',
}

/** Who has to do something next. */
export const resolveTurn = (state: SpkState): SpkTurn => TURNS[state]

/** Whether its order may be paid. */
export const isConfirmedState = (state: string): boolean =>
  (CONFIRMED_STATES as readonly string[]).includes(state)
