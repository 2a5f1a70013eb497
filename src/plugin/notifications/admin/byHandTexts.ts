/** Words of the page on which WhatsApp messages are sent by hand, and of their buttons. */
export const BY_HAND_TEXTS = {
  en: {
    allSent: 'Mark all opened as sent',
    allSentConsequence:
      'The messages on this page that were opened in WhatsApp are noted as sent. This cannot be taken back. Continue only when you have pressed send in WhatsApp for each.',
    blocked: 'The browser blocked the new window.',
    done: 'Noted as sent',
    empty: 'No WhatsApp message waits for you. Everything has been sent.',
    intro:
      'Open a message in WhatsApp and press send there. Then say here that it was sent. The oldest come first.',
    next: 'Next page',
    noneOpened: 'Nothing on this page has been opened yet.',
    previous: 'Previous page',
    open: 'Open in WhatsApp',
    order: 'Order',
    pages: 'Pages',
    pageOf: (page: number, pages: number) => `Page ${page} of ${pages}`,
    preview: 'Read the message',
    sent: 'I have sent it',
    skipped: (count: number) => `${count} skipped: no longer waiting`,
    title: 'WhatsApp messages to send',
    waits: (time: string) => (time === 'just now' ? time : `waiting for ${time}`),
  },
  id: {
    allSent: 'Tandai semua yang dibuka sebagai terkirim',
    allSentConsequence:
      'Pesan di halaman ini yang sudah dibuka di WhatsApp dicatat sebagai terkirim. Ini tidak dapat dibatalkan. Lanjutkan hanya bila Anda sudah menekan kirim di WhatsApp untuk semuanya.',
    blocked: 'Peramban memblokir jendela baru.',
    done: 'Dicatat sebagai terkirim',
    empty: 'Tidak ada pesan WhatsApp yang menunggu Anda. Semua sudah terkirim.',
    intro:
      'Buka pesan di WhatsApp dan tekan kirim di sana. Lalu catat di sini bahwa pesan sudah terkirim. Yang paling lama menunggu ada di atas.',
    next: 'Halaman berikutnya',
    noneOpened: 'Belum ada yang dibuka di halaman ini.',
    previous: 'Halaman sebelumnya',
    open: 'Buka di WhatsApp',
    order: 'Pesanan',
    pages: 'Halaman',
    pageOf: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
    preview: 'Baca pesan',
    sent: 'Sudah saya kirim',
    skipped: (count: number) => `${count} dilewati: tidak lagi menunggu`,
    title: 'Pesan WhatsApp perlu dikirim',
    waits: (time: string) => (time === 'baru saja' ? time : `menunggu ${time}`),
  },
}
