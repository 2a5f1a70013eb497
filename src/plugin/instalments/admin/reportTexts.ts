import type { Locale } from '../../kernel/errors'

/** Words of the reports about instalments. */
export const REPORT_TEXTS = {
  en: {
    ageing: 'How late it is',
    ageingHint:
      'What is owed today, late fees included. A contract that owes at several ages is counted at each.',
    ageingShort: 'Rupiah owed by how late it is.',
    age: 'Age',
    amount: 'Rupiah',
    collected: 'Collected and due',
    collectedHint:
      'Due: what fell due in the month until today. Paid of it: how much of that is paid by now. Came in: money that arrived in the month, for whichever month.',
    collectedShort: 'Rupiah that fell due in each of the last 12 months, and what was paid.',
    contracts: 'Contracts',
    csv: 'CSV',
    debts: 'Debts',
    due: 'Due',
    expected: 'Expected',
    expectedHint: 'What is still owed, by the month in which it falls due.',
    expectedShort: 'Rupiah that fall due in each of the next 12 months.',
    intro: 'As of today. Amounts in rupiah, months in WIB, cancelled orders left out.',
    income: 'Came in',
    late: 'In arrears',
    left: 'Left',
    month: 'Month',
    none: 'There are no contracts in instalments yet.',
    overdue: 'Overdue',
    paid: 'Paid',
    paidOf: 'Paid of it',
    product: 'Product',
    products: 'By product',
    productsHint: 'Principal without late fees.',
    productsShort: 'Rupiah paid and left by product.',
    rate: 'Paid in percent',
    title: 'Reports on instalments',
    total: 'Total',
  },
  id: {
    ageing: 'Umur tunggakan',
    ageingHint:
      'Yang terutang hari ini, termasuk denda. Kontrak yang berutang pada beberapa umur dihitung di masing-masing.',
    ageingShort: 'Rupiah terutang menurut lama keterlambatan.',
    age: 'Umur',
    amount: 'Rupiah',
    collected: 'Terkumpul dan jatuh tempo',
    collectedHint:
      'Jatuh tempo: yang jatuh tempo pada bulan itu sampai hari ini. Terbayar: bagian darinya yang sudah dibayar. Uang masuk: uang yang datang pada bulan itu, untuk bulan mana pun.',
    collectedShort: 'Rupiah yang jatuh tempo pada 12 bulan terakhir, dan yang dibayar.',
    contracts: 'Kontrak',
    csv: 'CSV',
    debts: 'Tagihan',
    due: 'Jatuh tempo',
    expected: 'Perkiraan uang masuk',
    expectedHint: 'Yang masih terutang, menurut bulan jatuh temponya.',
    expectedShort: 'Rupiah yang jatuh tempo pada 12 bulan ke depan.',
    intro: 'Per hari ini. Jumlah dalam rupiah, bulan dalam WIB, tanpa pesanan yang dibatalkan.',
    income: 'Uang masuk',
    late: 'Menunggak',
    left: 'Sisa',
    month: 'Bulan',
    none: 'Belum ada kontrak cicilan.',
    overdue: 'Tunggakan',
    paid: 'Dibayar',
    paidOf: 'Terbayar',
    product: 'Produk',
    products: 'Per produk',
    productsHint: 'Pokok tanpa denda.',
    productsShort: 'Rupiah yang dibayar dan sisanya per produk.',
    rate: 'Terbayar (%)',
    title: 'Laporan cicilan',
    total: 'Total',
  },
}

/** The words in one language. */
export type ReportTexts = (typeof REPORT_TEXTS)['id']

/** How much of a sum is paid, such as `83 %`; nothing when nothing was due. */
export const sayRate = (paid: number, due: number, locale: Locale): string => {
  if (due <= 0) {
    return '–'
  }
  const rate = Math.floor((paid * 1_000) / due) / 10
  const written = locale === 'en' ? String(rate) : String(rate).replace('.', ',')
  return `${written}%`
}
