import type { Labels } from './locale'

/** Refusals about the key that seals finished agreements: all of them are for whoever runs the shop. */
export const sealErrors = {
  'seal.keyExpired': {
    status: 503,
    id: 'Sertifikat segel sudah berakhir pada {until}. Pasang sertifikat baru di SPK_SEAL_P12.',
    en: 'The certificate of the seal ran out on {until}. Put a new one into SPK_SEAL_P12.',
  },
  'seal.keyNotYetValid': {
    status: 503,
    id: 'Sertifikat segel baru berlaku mulai {from}. Periksa jam server atau pasang sertifikat lain di SPK_SEAL_P12.',
    en: 'The certificate of the seal is valid from {from} on only. Check the clock of the server, or put another one into SPK_SEAL_P12.',
  },
  'seal.keyPassphrase': {
    status: 503,
    id: 'Kata sandi kunci segel tidak cocok. Periksa SPK_SEAL_PASSPHRASE.',
    en: 'The passphrase does not open the key of the seal. Check SPK_SEAL_PASSPHRASE.',
  },
  'seal.keyUnfit': {
    status: 503,
    id: 'Kunci segel tidak dapat dipakai. Sertifikatnya harus milik kunci itu dan berdiri paling depan, dengan RSA 2048 bit ke atas atau kurva eliptis.',
    en: 'This key cannot seal. Its certificate has to belong to it and to stand first in the file, with RSA of 2048 bits or more or an elliptic curve.',
  },
  'seal.keyUnreadable': {
    status: 503,
    id: 'SPK_SEAL_P12 bukan berkas PKCS#12 (.p12) yang utuh.',
    en: 'SPK_SEAL_P12 is not a whole PKCS#12 file (.p12).',
  },
} as const satisfies Record<string, Labels & { status: number }>
