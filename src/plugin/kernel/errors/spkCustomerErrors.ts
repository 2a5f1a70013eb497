import type { Labels } from './locale'

/** Refusals to a customer who checks, signs or sends back his agreement. */
export const spkCustomerErrors = {
  'spk.linkEnded': {
    status: 403,
    id: 'Tautan ini sudah tidak berlaku. Buka SPK dari halaman pesanan Anda, atau minta tautan baru kepada kami.',
    en: 'This link is not valid any more. Open the SPK from the page of your order, or ask us for a new link.',
  },
  'spk.codeRequired': {
    status: 401,
    id: 'Masukkan dahulu kode sekali pakai yang kami kirim ke email Anda.',
    en: 'Enter the one-time code first that we send to your e-mail address.',
  },
  'spk.codeWrong': {
    status: 422,
    id: 'Kode belum cocok. Sisa percobaan: {left}.',
    en: 'The code does not match. Attempts left: {left}.',
  },
  'spk.codeEnded': {
    status: 403,
    id: 'Kode sudah tidak berlaku. Minta kode baru.',
    en: 'The code is not valid any more. Ask for a new one.',
  },
  'spk.remarkRequired': {
    status: 422,
    id: 'Tulis paling sedikit satu catatan, 3 sampai 1.000 huruf.',
    en: 'Write at least one remark, 3 to 1,000 characters.',
  },
  'spk.remarkField': {
    status: 422,
    id: 'Bagian “{name}” tidak ada dalam SPK ini. Muat ulang halaman lalu coba lagi.',
    en: 'This SPK has no part “{name}”. Please reload the page and try again.',
  },
  'spk.filesWanted': {
    status: 422,
    id: 'Pilih satu berkas PDF, atau 1 sampai {most} foto JPG atau PNG.',
    en: 'Choose one PDF file, or 1 to {most} JPG or PNG pictures.',
  },
  'spk.photosWanted': {
    status: 422,
    id: 'Pilih 1 sampai {most} foto JPG atau PNG.',
    en: 'Choose 1 to {most} JPG or PNG pictures.',
  },
  'spk.fileRefused': {
    status: 422,
    id: 'Berkas ke-{at}: {why}',
    en: 'File {at}: {why}',
  },
  'spk.sameFile': {
    status: 409,
    id: 'Ini berkas yang sama dengan yang sudah kami periksa. Tanda tangani lagi, pindai ulang, lalu kirim berkas yang baru.',
    en: 'This is the same file that we have looked at already. Sign again, scan anew and send the new file.',
  },
  'spk.uploadBroken': {
    status: 422,
    id: 'Bagian berkas ini tidak utuh. Kirim ulang bagian itu.',
    en: 'This part of the file is not whole. Send that part again.',
  },
  'spk.uploadIncomplete': {
    status: 409,
    id: 'Pengiriman belum lengkap. Masih ada {missing} bagian yang harus dikirim.',
    en: 'The upload is not complete. {missing} parts are still missing.',
  },
} as const satisfies Record<string, { status: number } & Labels>
