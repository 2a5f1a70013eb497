import type { Move } from '../../kernel/machine'
import type { SpkState } from '../states'

import { isAcceptable, isAcceptableForStamp, isVouchable, STAFF } from './guards'

/** What staff make of what came back, and the e-Meterai where it comes last. */
export const REVIEWING = [
  {
    by: STAFF,
    event: 'rejectSignature',
    from: ['underReview', 'moreEvidence'],
    label: { en: 'Signature not accepted', id: 'Tanda tangan belum diterima' },
    to: 'signatureRejected',
  },
  {
    by: STAFF,
    event: 'askPhoto',
    from: ['underReview'],
    label: { en: 'Photo of the paper asked for', id: 'Foto langsung diminta' },
    to: 'moreEvidence',
  },
  {
    by: ['customer', ...STAFF],
    event: 'bringPhoto',
    from: ['moreEvidence'],
    label: { en: 'Photo of the paper received', id: 'Foto langsung diterima' },
    to: 'underReview',
  },
  {
    by: STAFF,
    event: 'vouch',
    from: ['underReview'],
    label: { en: 'Accepted by the first reviewer', id: 'Diterima oleh pemeriksa pertama' },
    to: 'underReview',
    when: isVouchable,
  },
  {
    by: STAFF,
    event: 'accept',
    from: ['underReview'],
    label: { en: 'SPK confirmed', id: 'SPK dikonfirmasi' },
    to: 'confirmed',
    when: isAcceptable,
  },
  {
    by: STAFF,
    event: 'acceptForStamp',
    from: ['underReview'],
    label: {
      en: 'Signature accepted, e-Meterai comes last',
      id: 'Tanda tangan diterima, menunggu e-Meterai',
    },
    to: 'finalStamp',
    when: isAcceptableForStamp,
  },
  {
    by: ['system', ...STAFF],
    event: 'bringFinal',
    from: ['finalStamp'],
    label: { en: 'Scan with e-Meterai received', id: 'Pindaian ber-e-Meterai diterima' },
    to: 'finalCheck',
  },
  {
    by: ['system'],
    event: 'passFinal',
    from: ['finalCheck'],
    label: { en: 'SPK confirmed', id: 'SPK dikonfirmasi' },
    to: 'confirmed',
  },
  {
    by: ['system'],
    event: 'failFinal',
    from: ['finalCheck'],
    label: { en: 'e-Meterai is not in order', id: 'e-Meterai belum sesuai' },
    to: 'finalStamp',
  },
] as const satisfies readonly Move<SpkState>[]
