import { defineMachine } from '../../kernel/machine'

const STAFF = ['admin', 'owner'] as const

/**
 * One transfer of a refund by the disbursement service: the account is checked, an owner sends, and
 * only what the service itself reports as sent is sent. `unsure` is a state of its own: the order may
 * have been carried out, so it is never given twice.
 */
export const transferMachine = defineMachine({
  name: 'refundTransfer',
  initial: 'checking',
  moves: [
    {
      by: ['system'],
      event: 'check',
      from: ['checking'],
      label: { en: 'Account found', id: 'Rekening ditemukan' },
      to: 'checked',
    },
    {
      button: {
        consequence: {
          en: 'The money leaves at once and cannot be called back. Compare the name of the holder first.',
          id: 'Uang langsung dikirim dan tidak dapat ditarik kembali. Cocokkan dahulu nama pemilik rekeningnya.',
        },
        text: { en: 'Send the money', id: 'Kirim uang' },
      },
      by: ['owner'],
      event: 'send',
      from: ['checked'],
      label: { en: 'Sending ordered', id: 'Pengiriman diperintahkan' },
      to: 'sending',
    },
    {
      button: {
        consequence: {
          en: 'Nothing is sent. Another account, or sending by hand, is possible afterwards.',
          id: 'Tidak ada yang dikirim. Setelah itu Anda dapat memakai rekening lain atau mengirim manual.',
        },
        text: { en: 'Do not send', id: 'Jangan kirim' },
      },
      by: STAFF,
      event: 'drop',
      from: ['checking', 'checked'],
      label: { en: 'Not sent', id: 'Tidak jadi dikirim' },
      to: 'dropped',
    },
    {
      by: ['system'],
      event: 'doubt',
      from: ['sending'],
      label: { en: 'Outcome not known yet', id: 'Hasil belum diketahui' },
      to: 'unsure',
    },
    {
      by: ['system'],
      event: 'arrive',
      from: ['sending', 'unsure'],
      label: { en: 'Sent', id: 'Terkirim' },
      to: 'sent',
    },
    {
      by: ['system'],
      event: 'refuse',
      from: ['checking', 'sending', 'unsure'],
      label: { en: 'Refused', id: 'Ditolak layanan' },
      to: 'refused',
    },
    {
      button: {
        asks: ['evidence', 'reason'],
        consequence: {
          en: 'Only if Duitku’s dashboard or the bank shows that it was sent. Books and order follow.',
          id: 'Hanya bila dasbor Duitku atau bank menunjukkan uangnya sudah terkirim. Pembukuan dan pesanan mengikuti.',
        },
        text: { en: 'It was sent', id: 'Sudah terkirim' },
      },
      by: ['owner'],
      event: 'affirm',
      from: ['unsure'],
      label: { en: 'Sent, as an owner found out', id: 'Terkirim menurut pemilik' },
      to: 'sent',
    },
    {
      button: {
        asks: ['evidence', 'reason'],
        consequence: {
          en: 'Only if Duitku’s dashboard shows that nothing was sent. The refund can then be sent anew.',
          id: 'Hanya bila dasbor Duitku menunjukkan tidak ada yang terkirim. Dana lalu dapat dikirim ulang.',
        },
        danger: true,
        text: { en: 'It was not sent', id: 'Tidak terkirim' },
      },
      by: ['owner'],
      event: 'deny',
      from: ['unsure'],
      label: { en: 'Not sent, as an owner found out', id: 'Tidak terkirim menurut pemilik' },
      to: 'refused',
    },
  ],
  states: {
    checked: {
      label: { en: 'Account found, to be sent', id: 'Rekening ditemukan, perlu dikirim' },
      tone: 'warning',
    },
    checking: { label: { en: 'Checking the account', id: 'Memeriksa rekening' }, tone: 'info' },
    dropped: {
      label: { en: 'Not sent', id: 'Tidak jadi dikirim' },
      terminal: true,
      tone: 'neutral',
    },
    refused: { label: { en: 'Refused', id: 'Ditolak layanan' }, terminal: true, tone: 'danger' },
    sending: { label: { en: 'Being sent', id: 'Sedang dikirim' }, tone: 'info' },
    sent: { label: { en: 'Sent', id: 'Terkirim' }, terminal: true, tone: 'success' },
    unsure: {
      label: { en: 'Outcome not known yet', id: 'Hasil belum diketahui' },
      tone: 'danger',
    },
  },
})
