type KnownDay = { confirmed: boolean; day: string; name: string }

/**
 * The national holidays of which the date is certain: those of the civil calendar, and those that
 * follow from Easter or the Chinese calendar. Days of the Islamic, Hindu and Buddhist calendars, and
 * collective leave, are the ministers' to announce (SKB Tiga Menteri): staff add them, and confirm
 * these, once the decree of the year is out.
 */
export const KNOWN_HOLIDAYS: readonly KnownDay[] = [
  { confirmed: true, day: '2026-12-25', name: 'Hari Raya Natal' },
  { confirmed: false, day: '2027-01-01', name: 'Tahun Baru Masehi' },
  { confirmed: false, day: '2027-02-06', name: 'Tahun Baru Imlek 2578' },
  { confirmed: false, day: '2027-03-26', name: 'Wafat Yesus Kristus' },
  { confirmed: false, day: '2027-03-28', name: 'Hari Paskah' },
  { confirmed: false, day: '2027-05-01', name: 'Hari Buruh Internasional' },
  { confirmed: false, day: '2027-05-06', name: 'Kenaikan Yesus Kristus' },
  { confirmed: false, day: '2027-06-01', name: 'Hari Lahir Pancasila' },
  { confirmed: false, day: '2027-08-17', name: 'Hari Kemerdekaan Republik Indonesia' },
  { confirmed: false, day: '2027-12-25', name: 'Hari Raya Natal' },
]
