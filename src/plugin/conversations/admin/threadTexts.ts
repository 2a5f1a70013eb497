/** Words of a thread in the panel. */
export const THREAD_TEXTS = {
  en: {
    answer: 'Your answer to the customer',
    customer: 'customer',
    empty: 'Nobody has written yet.',
    send: 'Send answer',
    sending: 'Sending …',
    sent: 'Answer sent',
    staff: 'shop',
    system: 'System',
  },
  id: {
    answer: 'Jawaban Anda kepada pelanggan',
    customer: 'pelanggan',
    empty: 'Belum ada percakapan.',
    send: 'Kirim jawaban',
    sending: 'Mengirim …',
    sent: 'Jawaban terkirim',
    staff: 'toko',
    system: 'Sistem',
  },
}
