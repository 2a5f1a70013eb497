import type { Labels } from '../../kernel/errors'
import type { MeteraiMode } from '../content'
import type { SpkState } from '../states'

const WAITING: Labels = {
  en: 'The system is examining the file. Load the page anew in a moment.',
  id: 'Sistem sedang memeriksa berkasnya. Muat ulang halaman sebentar lagi.',
}

const TEXTS: Partial<Record<SpkState, Labels>> = {
  active: {
    en: 'In force. Nothing is to be done here.',
    id: 'Berlaku. Tidak ada yang perlu dilakukan di sini.',
  },
  analysing: WAITING,
  awaitingSignature: {
    en: 'The customer prints, signs and sends it back.',
    id: 'Menunggu pelanggan mencetak, menandatangani, dan mengirimnya kembali.',
  },
  confirmed: {
    en: 'Confirmed: the order can be paid. The package is being sealed.',
    id: 'Dikonfirmasi: pesanan dapat dibayar. Paketnya sedang disegel.',
  },
  dataConfirmed: {
    en: 'The customer says that the content is right. Issue the document.',
    id: 'Pelanggan menyatakan isinya benar. Terbitkan dokumennya.',
  },
  draft: {
    en: 'Complete the draft, look at the preview, then send it to the customer.',
    id: 'Lengkapi draf, lihat pratinjaunya, lalu kirim ke pelanggan.',
  },
  finalCheck: WAITING,
  finalStamp: {
    en: 'The signature is accepted. Affix the e-Meterai to the scan as the last step.',
    id: 'Tanda tangan diterima. Bubuhkan e-Meterai pada pindaiannya sebagai langkah terakhir.',
  },
  moreEvidence: {
    en: 'The customer sends a photo of the paper.',
    id: 'Menunggu foto kertas dari pelanggan.',
  },
  revisionRequested: {
    en: 'The customer asks for corrections. Correct the draft, then send it again.',
    id: 'Pelanggan meminta perbaikan. Perbaiki draf, lalu kirim lagi.',
  },
  sealed: {
    en: 'Confirmed and sealed. The first payment puts it in force.',
    id: 'Dikonfirmasi dan disegel. Pembayaran pertama membuatnya berlaku.',
  },
  signatureRejected: {
    en: 'The customer signs again and sends it back.',
    id: 'Menunggu pelanggan menandatangani ulang dan mengirimnya kembali.',
  },
  stampCheck: WAITING,
  underReview: {
    en: 'Compare what came back below, then decide.',
    id: 'Bandingkan dokumen yang kembali di bawah, lalu putuskan.',
  },
  validating: {
    en: 'The customer is checking the content.',
    id: 'Menunggu pelanggan memeriksa isinya.',
  },
}

const ISSUED: Record<'first' | 'later', Labels> = {
  first: {
    en: 'Affix the e-Meterai: by the shop’s account, or download the document below, stamp it on the official site and upload it.',
    id: 'Bubuhkan e-Meterai: lewat akun toko, atau unduh dokumennya di bawah, bubuhkan di situs resmi, lalu unggah.',
  },
  later: {
    en: 'Send it to be signed.',
    id: 'Kirim untuk ditandatangani.',
  },
}

/** What comes next and whose turn it is, in a sentence; undefined where nothing follows. */
export const sayNext = (state: SpkState, mode: MeteraiMode): Labels | undefined =>
  state === 'issued' ? ISSUED[mode === 'e-first' ? 'first' : 'later'] : TEXTS[state]
