import { describe, expect, it } from 'vitest'
import { spellDay, wibDay } from '@/plugin/kernel/time'

describe('A day as a deed writes it', () => {
  it.each([
    [
      '2026-11-21',
      'Sabtu, tanggal dua puluh satu bulan November tahun dua ribu dua puluh enam (21-11-2026)',
    ],
    ['2027-01-01', 'Jumat, tanggal satu bulan Januari tahun dua ribu dua puluh tujuh (01-01-2027)'],
    [
      '2028-02-29',
      'Selasa, tanggal dua puluh sembilan bulan Februari tahun dua ribu dua puluh delapan (29-02-2028)',
    ],
    ['2100-12-11', 'Sabtu, tanggal sebelas bulan Desember tahun dua ribu seratus (11-12-2100)'],
  ])('%s is %s', (day, words) => {
    expect(spellDay(wibDay(day))).toBe(words)
  })
})
