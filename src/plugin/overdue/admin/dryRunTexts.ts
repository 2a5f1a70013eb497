/** Words of the dry run. */
export const DRY_RUN_TEXTS = {
  en: {
    badDay: 'This is no day. Write it as 2026-12-05. Today is shown.',
    customer: 'Customer',
    day: 'Day (WIB)',
    happens: 'What would happen, and why',
    late: 'Late',
    most: (count: number) =>
      `A run suspends at most ${count} by itself; what lies above is proposed.`,
    note: 'This is a preview. Nothing changes and nobody is told. Payments until then change it.',
    nothing: 'Nothing would happen on that day.',
    order: 'Order',
    owed: 'To become current',
    past: 'This day is over. What is shown is what would happen if it were that day now.',
    show: 'Show',
    title: 'Dry run',
  },
  id: {
    badDay: 'Ini bukan tanggal. Tulis seperti 2026-12-05. Yang tampil adalah hari ini.',
    customer: 'Pelanggan',
    day: 'Tanggal (WIB)',
    happens: 'Yang akan terjadi, dan mengapa',
    late: 'Keterlambatan',
    most: (count: number) =>
      `Sekali jalan paling banyak ${count} penangguhan otomatis; selebihnya diusulkan.`,
    note: 'Ini hanya pratinjau. Tidak ada yang berubah atau dikirim. Pembayaran sampai saat itu mengubahnya.',
    nothing: 'Tidak ada yang terjadi pada hari itu.',
    order: 'Pesanan',
    owed: 'Agar lancar',
    past: 'Tanggal itu sudah lewat. Yang tampil adalah yang terjadi seandainya sekarang hari itu.',
    show: 'Tampilkan',
    title: 'Uji jalan',
  },
}
