import type { Move } from '../../kernel/machine'
import type { SpkState } from '../states'

import { isSame, hasStampFirst, hasNoStampFirst, hasAttempts, STAFF } from './guards'

/** From the issued document to what came back with ink on it. */
export const SIGNING = [
  {
    by: ['system', ...STAFF],
    event: 'bringStamp',
    from: ['issued'],
    label: { en: 'File with e-Meterai received', id: 'Berkas ber-e-Meterai diterima' },
    to: 'stampCheck',
    when: hasStampFirst,
  },
  {
    by: ['system'],
    event: 'passStamp',
    from: ['stampCheck'],
    label: { en: 'e-Meterai is in order', id: 'e-Meterai sesuai' },
    to: 'awaitingSignature',
  },
  {
    by: ['system'],
    event: 'failStamp',
    from: ['stampCheck'],
    label: { en: 'e-Meterai is not in order', id: 'e-Meterai belum sesuai' },
    to: 'issued',
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The stamped file is used although its check had a reservation. Name and reason stay on record.',
        id: 'Berkas ber-e-Meterai dipakai walaupun pemeriksaannya berkatatan. Nama dan alasan Anda tercatat.',
      },
      text: { en: 'Use the stamped file all the same', id: 'Tetap pakai berkas ini' },
    },
    by: STAFF,
    event: 'overrideStamp',
    from: ['issued'],
    label: {
      en: 'Stamped file accepted with a reason',
      id: 'Berkas ber-e-Meterai diterima dengan alasan',
    },
    to: 'awaitingSignature',
    when: isSame,
  },
  {
    by: ['system', ...STAFF],
    event: 'sendForSignature',
    from: ['issued'],
    label: { en: 'Sent to be signed', id: 'Dikirim untuk ditandatangani' },
    to: 'awaitingSignature',
    when: hasNoStampFirst,
  },
  {
    by: ['customer', ...STAFF],
    event: 'bringScan',
    from: ['awaitingSignature', 'signatureRejected'],
    label: { en: 'Signed document received', id: 'Dokumen bertanda tangan diterima' },
    to: 'analysing',
    when: hasAttempts,
  },
  {
    by: ['customer'],
    event: 'refuseContent',
    from: ['awaitingSignature', 'signatureRejected'],
    label: {
      en: 'Customer found an error before signing',
      id: 'Pelanggan menemukan kesalahan isi',
    },
    to: 'revisionRequested',
  },
  {
    by: ['system'],
    event: 'finishAnalysis',
    from: ['analysing'],
    label: { en: 'Ready to be looked at', id: 'Siap diperiksa admin' },
    to: 'underReview',
  },
  {
    by: ['system'],
    event: 'faultAnalysis',
    from: ['analysing'],
    label: { en: 'File could not be read', id: 'Berkas tidak dapat diperiksa' },
    to: 'awaitingSignature',
  },
] as const satisfies readonly Move<SpkState>[]
