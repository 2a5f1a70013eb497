/** The days of the week by their number, Sunday is 0. */
export const WEEKDAY_NAMES = {
  0: { en: 'Sunday', id: 'Minggu' },
  1: { en: 'Monday', id: 'Senin' },
  2: { en: 'Tuesday', id: 'Selasa' },
  3: { en: 'Wednesday', id: 'Rabu' },
  4: { en: 'Thursday', id: 'Kamis' },
  5: { en: 'Friday', id: 'Jumat' },
  6: { en: 'Saturday', id: 'Sabtu' },
} as const
