/** The texts of the crash page, apart from the others: that page runs in the browser. */
export const errorTexts = {
  en: {
    home: 'Go to the home page',
    retry: 'Try again',
    text: 'This is our fault, not yours. Existing orders and payments are safe.',
    title: 'Something went wrong',
  },
  id: {
    home: 'Ke beranda',
    retry: 'Coba lagi',
    text: 'Ini salah kami, bukan Anda. Pesanan dan pembayaran yang sudah ada tetap aman.',
    title: 'Terjadi gangguan',
  },
} as const
