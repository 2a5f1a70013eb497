import type { Labels } from '../kernel/errors'
import type { Sight } from './port'

/** What a look has seen, in words for customers and staff. */
export const SIGHT_WORDS: Record<Sight, Labels> = {
  different: {
    en: 'Something is there, but not this code. Copy the value to the letter.',
    id: 'Ada isinya, tetapi bukan kode ini. Salin isinya persis.',
  },
  found: { en: 'The code was found.', id: 'Kode ditemukan.' },
  missing: {
    en: 'Nothing is there yet. A new entry may take up to an hour to be seen.',
    id: 'Belum ada. Yang baru dipasang kadang perlu waktu sampai satu jam.',
  },
  noDomain: {
    en: 'The domain has no address. Look whether its name is written right.',
    id: 'Domain ini tidak mempunyai alamat. Periksa penulisan namanya.',
  },
  notText: {
    en: 'A web page answers instead of the file. Put the code into a plain text file.',
    id: 'Yang menjawab halaman web, bukan berkas. Simpan kode sebagai berkas teks biasa.',
  },
  privateAddress: {
    en: 'The domain leads to an address of a private network, so we do not open it. Use the TXT record.',
    id: 'Domain ini menuju alamat jaringan dalam, jadi tidak kami buka. Gunakan catatan TXT.',
  },
  redirected: {
    en: 'The address leads on to another one, which we do not follow. Put the file at exactly this address.',
    id: 'Alamat ini dialihkan ke alamat lain, dan pengalihan tidak kami ikuti. Letakkan berkas tepat di alamat ini.',
  },
  tooLarge: {
    en: 'The file is too large. Only the code may stand in it.',
    id: 'Berkasnya terlalu besar. Isinya cukup kode saja.',
  },
  tooSlow: {
    en: 'The answer took longer than five seconds. Please try again.',
    id: 'Jawabannya lebih dari lima detik. Silakan coba lagi.',
  },
  unreachable: {
    en: 'We could not reach it. Look whether the server is running and open to the internet.',
    id: 'Tidak dapat kami jangkau. Periksa apakah servernya menyala dan terbuka dari internet.',
  },
}
