/** Words about arrears that stand before an acceptance. */
export const CHOICE_TEXTS = {
  en: {
    arrears: 'The customer is in arrears',
    arrearsHint: 'The SPK can be accepted once the arrears are paid.',
    choice: 'Send the choice: pay or suspend',
    choiceSent: 'Sent to the customer',
    owes: (amount: string, number: string, since: string) =>
      `${amount} on order ${number}, since ${since}`,
  },
  id: {
    arrears: 'Pelanggan menunggak',
    arrearsHint: 'SPK dapat diterima setelah tunggakan dibayar.',
    choice: 'Kirim pilihan bayar/tangguhkan',
    choiceSent: 'Terkirim ke pelanggan',
    owes: (amount: string, number: string, since: string) =>
      `${amount} pada pesanan ${number}, sejak ${since}`,
  },
}
