import type { CatalogueRow } from './catalogue'

/** Refusals about appointments with customers. */
export const bookingErrors = {
  'booking.badPlace': {
    status: 422,
    id: 'Tautan ini tidak menuju layanan yang dipilih. Tautan harus diawali https://.',
    en: 'This link does not lead to the service that you chose. It must begin with https://.',
  },
  'booking.closed': {
    status: 409,
    id: 'Untuk pesanan ini waktu sesi tidak dapat dipilih lagi.',
    en: 'No time can be picked for this order any more.',
  },
  'booking.inThePast': {
    status: 422,
    id: 'Waktu ini sudah lewat. Pilih waktu yang akan datang.',
    en: 'This time has passed. Choose one that is still to come.',
  },
  'booking.missedTooOften': {
    status: 409,
    id: 'Sesi sudah dua kali terlewat. Hubungi kami untuk menyepakati waktu berikutnya.',
    en: 'The session was missed twice. Please write to us to agree on another time.',
  },
  'booking.movesUsed': {
    status: 409,
    id: 'Jadwal sudah dua kali dipindah. Hubungi kami bila perlu diubah lagi.',
    en: 'This session was moved twice already. Please write to us to change it once more.',
  },
  'booking.hostHasSessions': {
    status: 409,
    id: 'Masih ada {count} sesi yang dijanjikan. Pindahkan atau batalkan dahulu sesinya.',
    en: '{count} sessions are still promised. Move them or call them off first.',
  },
  'booking.none': {
    status: 409,
    id: 'Belum ada sesi yang disepakati.',
    en: 'No session has been agreed on yet.',
  },
  'booking.slotTaken': {
    status: 409,
    id: 'Waktu ini baru saja terisi. Pilih waktu lain.',
    en: 'This time has just been taken. Please choose another.',
  },
  'booking.slotUnavailable': {
    status: 422,
    id: 'Waktu ini tidak tersedia. Pilih salah satu waktu dari daftar.',
    en: 'This time is not available. Please choose one from the list.',
  },
  'booking.tooLate': {
    status: 409,
    id: 'Sesi tinggal kurang dari 24 jam. Hubungi kami bila Anda berhalangan.',
    en: 'The session is less than 24 hours away. Please write to us if you cannot come.',
  },
} as const satisfies Record<string, CatalogueRow>
