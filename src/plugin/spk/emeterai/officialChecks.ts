import type { Labels } from '../../kernel/errors'

/** A place where a stamped file is checked by hand; none of them can be asked by a machine. */
type OfficialCheck = { how: Labels; id: 'komdigi' | 'peruri'; name: string; url: string }

/**
 * Where the office of stamps and the ministry check a file. Addresses as published in 2024 (Peruri's
 * public page; the page of Kominfo, today Komdigi); both want the file uploaded by a person.
 */
export const OFFICIAL_CHECKS: readonly OfficialCheck[] = [
  {
    how: {
      en: 'Upload the stamped PDF, type the letters that are shown, and compare the serial.',
      id: 'Unggah PDF ber-e-Meterai, ketik huruf yang tampil, lalu cocokkan nomor serinya.',
    },
    id: 'peruri',
    name: 'Peruri',
    url: 'https://verification.peruri.co.id',
  },
  {
    how: {
      en: 'Upload the stamped PDF and read who signed it and whether it was changed.',
      id: 'Unggah PDF ber-e-Meterai, lalu lihat penanda tangan dan keutuhan dokumennya.',
    },
    id: 'komdigi',
    name: 'Komdigi',
    url: 'https://tte.kominfo.go.id/verifyPDF',
  },
]
