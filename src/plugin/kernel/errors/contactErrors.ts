/** Refusals of what people write and send to the shop: files, posts, reports. */
export const contactErrors = {
  'attachment.tooMany': {
    status: 422,
    id: 'Kirim paling banyak {limit} berkas.',
    en: 'Send at most {limit} files.',
  },
  'attachment.empty': {
    status: 422,
    id: 'Berkas ke-{file} kosong. Pilih berkas lain.',
    en: 'File {file} is empty. Choose another one.',
  },
  'attachment.tooLarge': {
    status: 422,
    id: 'Berkas ke-{file} terlalu besar. Batasnya {limit} MB.',
    en: 'File {file} is too large. The limit is {limit} MB.',
  },
  'attachment.badType': {
    status: 422,
    id: 'Berkas ke-{file} bukan gambar PNG, JPEG, atau WebP.',
    en: 'File {file} is no PNG, JPEG or WebP picture.',
  },
  'attachment.tooManyPixels': {
    status: 422,
    id: 'Gambar ke-{file} terlalu luas. Perkecil ukurannya lalu kirim lagi.',
    en: 'Picture {file} has too many pixels. Make it smaller and send it again.',
  },
  'attachment.broken': {
    status: 422,
    id: 'Berkas ke-{file} rusak atau tidak lengkap. Pilih berkas lain.',
    en: 'File {file} is broken or incomplete. Choose another one.',
  },

  'conversation.empty': {
    status: 422,
    id: 'Tulis pesan Anda.',
    en: 'Write your message.',
  },
  'conversation.tooLong': {
    status: 422,
    id: 'Pesan terlalu panjang. Batasnya 4.000 huruf.',
    en: 'This message is too long. The limit is 4,000 characters.',
  },
  'conversation.badText': {
    status: 422,
    id: 'Pesan ini memuat tanda yang tidak dapat disimpan. Ketik ulang bagian yang disalin.',
    en: 'This message holds signs that cannot be kept. Retype the part that was pasted.',
  },

  'problem.notFound': {
    status: 404,
    id: 'Laporan tidak ditemukan. Periksa kembali tautan dari email Anda.',
    en: 'We could not find this report. Please check the link in your email.',
  },
  'problem.badKind': {
    status: 422,
    id: 'Pilih perihal laporan Anda.',
    en: 'Choose what your report is about.',
  },
  'problem.badContact': {
    status: 422,
    id: 'Pilih jawaban lewat email atau WhatsApp.',
    en: 'Choose to be answered by e-mail or WhatsApp.',
  },
  'problem.badOrder': {
    status: 422,
    id: 'Nomor pesanan ini tidak sah. Contoh: HZ/2026/000123. Boleh dikosongkan.',
    en: 'This is not an order number. Example: HZ/2026/000123. You may leave it empty.',
  },
  'problem.phoneNeeded': {
    status: 422,
    id: 'Isi nomor WhatsApp Anda agar kami dapat menjawab di sana.',
    en: 'Enter your WhatsApp number so that we can answer there.',
  },
  'problem.looksAutomatic': {
    status: 422,
    id: 'Kiriman ini tampak dibuat oleh program. Kosongkan kolom “Jangan diisi”, atau tulis kepada kami lewat email.',
    en: 'This looks as if a program had sent it. Leave the field “Do not fill in” empty, or write us an e-mail.',
  },
  'problem.otherOrder': {
    status: 409,
    id: 'Barang itu bukan bagian dari pesanan yang dilaporkan.',
    en: 'This item is not part of the reported order.',
  },

  'refund.nothingLeft': {
    status: 409,
    id: 'Tidak ada uang yang dapat dikembalikan: belum dibayar, sudah dikembalikan, atau sudah diajukan.',
    en: 'There is no money to give back: nothing was paid, it went back already, or it was asked for.',
  },
  'refund.notAllowed': {
    status: 409,
    id: '{why} Hubungi kami bila menurut Anda ini keliru.',
    en: '{why} Please contact us if you think that this is wrong.',
  },
  'refund.tooMuch': {
    status: 409,
    id: 'Dari pembayaran ini hanya tersisa {left:rupiah}.',
    en: 'Only {left:rupiah} of this payment is left.',
  },
  'refund.badAccount': {
    status: 422,
    id: 'Tulis bank, nomor rekening, dan nama pemiliknya. Contoh: BCA 1234567890 a.n. Budi Santoso.',
    en: 'Write the bank, the account number and its holder. Example: BCA 1234567890, Budi Santoso.',
  },
  'refund.badAmount': {
    status: 422,
    id: 'Tulis jumlahnya dalam rupiah bulat, misalnya 250000.',
    en: 'Write the amount in whole rupiah, for example 250000.',
  },
  'refund.badMethod': {
    status: 422,
    id: 'Pilih transfer bank atau dasbor Duitku.',
    en: 'Choose bank transfer or Duitku’s dashboard.',
  },
  'refund.proofRequired': {
    status: 422,
    id: 'Lampirkan bukti pengirimannya: gambar atau PDF.',
    en: 'Attach the proof that it was sent: a picture or a PDF.',
  },
} as const
