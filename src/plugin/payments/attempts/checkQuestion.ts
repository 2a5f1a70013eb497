import type { Labels } from '../../kernel/errors'
import type { SettleOutcome } from '../settle/settleAttempt'

/** “Cek status di Duitku”: the question that the panel may ask about an attempt, and the answers. */
export const CHECK_QUESTION = {
  action: 'check',
  busy: { en: 'Asking Duitku …', id: 'Bertanya ke Duitku …' },
  outcomes: {
    declined: { en: 'Duitku refused the payment.', id: 'Duitku menolak pembayaran ini.' },
    disagreement: {
      en: 'The callback and Duitku disagree; we go on asking.',
      id: 'Pemberitahuan dan jawaban Duitku berbeda; kami terus menanyakannya.',
    },
    nothing: {
      en: 'Duitku knows of nothing new.',
      id: 'Tidak ada kabar baru dari Duitku.',
    },
    paid: {
      en: 'Duitku confirms: the money is here.',
      id: 'Duitku memastikan: uang sudah masuk.',
    },
    review: {
      en: 'There is money that fits no debt: see “Money to review”.',
      id: 'Ada uang yang tidak cocok dengan tagihan: lihat “Uang perlu ditinjau”.',
    },
    unavailable: {
      en: 'Duitku does not answer. Please try again later.',
      id: 'Duitku tidak menjawab. Coba lagi nanti.',
    },
    waiting: { en: 'Not paid yet, says Duitku.', id: 'Menurut Duitku belum dibayar.' },
  } satisfies Record<SettleOutcome, Labels>,
  /** Elsewhere the money is accounted for and no answer can change anything. */
  states: ['created', 'pending', 'failed', 'expired', 'cancelled'],
  text: { en: 'Check status at Duitku', id: 'Cek status di Duitku' },
}
