import type { Move } from '../../kernel/machine'
import type { SpkState } from '../states'

import { isComplete, isSame, STAFF } from './guards'

/** From the draft to the issued document: staff write, the customer checks. */
export const AGREEING = [
  {
    by: STAFF,
    event: 'propose',
    from: ['draft'],
    label: {
      en: 'Sent to the customer for checking',
      id: 'Dikirim ke pelanggan untuk diperiksa',
    },
    to: 'validating',
    when: isComplete,
  },
  {
    button: {
      asks: ['reason'],
      consequence: {
        en: 'The link of the customer ends and he is told with your reason. You can change the draft and send it anew.',
        id: 'Tautan pelanggan berakhir dan ia diberi tahu beserta alasan Anda. Anda dapat mengubah draf lalu mengirimnya lagi.',
      },
      text: { en: 'Take back for changes', id: 'Tarik untuk diubah' },
    },
    by: STAFF,
    event: 'withdraw',
    from: ['validating', 'dataConfirmed'],
    label: { en: 'Taken back by staff', id: 'Ditarik kembali oleh admin' },
    to: 'draft',
  },
  {
    by: ['customer'],
    event: 'remark',
    from: ['validating'],
    label: { en: 'Customer asked for corrections', id: 'Pelanggan meminta perbaikan' },
    to: 'revisionRequested',
  },
  {
    by: ['customer'],
    event: 'confirmContent',
    from: ['validating'],
    label: { en: 'Customer confirmed the content', id: 'Pelanggan menyatakan isi sudah benar' },
    to: 'dataConfirmed',
    when: isSame,
  },
  {
    button: {
      consequence: {
        en: 'You can correct the draft. The customer checks it again afterwards.',
        id: 'Draf dapat Anda perbaiki. Setelah itu pelanggan memeriksanya lagi.',
      },
      text: { en: 'Correct the draft', id: 'Perbaiki draf' },
    },
    by: STAFF,
    event: 'revise',
    from: ['revisionRequested'],
    label: { en: 'Being corrected', id: 'Sedang diperbaiki' },
    to: 'draft',
  },
  {
    by: ['system', ...STAFF],
    event: 'issue',
    from: ['dataConfirmed'],
    label: { en: 'Issued with a number', id: 'Diterbitkan dengan nomor' },
    to: 'issued',
    when: isSame,
  },
] as const satisfies readonly Move<SpkState>[]
