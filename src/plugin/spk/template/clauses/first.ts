import type { SpkClause } from '../../content'

/** Pasal 1–5: what is bought, for how long, at what price, and what happens when it is paid late. */
export const FIRST_CLAUSES: readonly SpkClause[] = [
  {
    body: `Dalam Perjanjian ini, istilah berikut berarti:
a. Layanan: produk dan jasa digital yang dirinci dalam {{pasal:object}} dengan nomor pesanan {{nomorPesanan}}.
b. Angsuran: setiap bagian harga Layanan menurut jadwal dalam {{pasal:price}}, termasuk uang muka bila ada.
c. Masa Layanan: jangka waktu penyediaan Layanan menurut {{pasal:term}}.
d. Penangguhan: penghentian sementara akses ke Layanan tanpa menghapus data PIHAK KEDUA.
e. Hari: hari kalender menurut Waktu Indonesia Barat (WIB).
f. Hari Kerja: hari Senin sampai dengan Jumat, kecuali hari libur nasional.`,
    key: 'definitions',
    title: 'Definisi',
  },
  {
    body: `1. PIHAK PERTAMA menyediakan Layanan dan PIHAK KEDUA menerima Layanan menurut rincian dalam tabel pada pasal ini.
2. Layanan diaktifkan setelah Perjanjian ini ditandatangani Para Pihak, dikonfirmasi oleh PIHAK PERTAMA, dan pembayaran pertama menurut {{pasal:price}} diterima.
3. Perubahan ruang lingkup Layanan berlaku setelah disepakati Para Pihak secara tertulis.`,
    key: 'object',
    title: 'Objek dan Ruang Lingkup',
  },
  {
    body: `1. Perjanjian ini berlaku sejak ditandatangani Para Pihak sampai seluruh kewajiban Para Pihak terpenuhi.
2. Masa Layanan adalah {{masaLayanan}}, dihitung sejak Layanan aktif.
3. Perjanjian ini tidak diperpanjang secara otomatis. Perpanjangan memerlukan kesepakatan Para Pihak secara tertulis.
4. Sebelum Layanan diaktifkan, PIHAK KEDUA dapat membatalkan Perjanjian ini secara tertulis dan menerima kembali seluruh pembayaran yang sudah diterima PIHAK PERTAMA.`,
    key: 'term',
    title: 'Jangka Waktu',
  },
  {
    body: `1. Harga Layanan seluruhnya adalah {{hargaTotal}}, yang terdiri atas {{susunanHarga}}. Harga ini tetap selama Perjanjian berlaku.
2. PIHAK KEDUA membayar harga tersebut dengan {{caraBayar}} menurut jadwal dalam tabel pada pasal ini. Jatuh tempo pertama adalah tanggal {{jatuhTempoPertama}} dan jatuh tempo terakhir adalah tanggal {{jatuhTempoTerakhir}}.
3. Bila Perjanjian ini dikonfirmasi PIHAK PERTAMA setelah tanggal jatuh tempo pertama, seluruh jadwal bergeser: jatuh tempo pertama menjadi {{hariBayar}} setelah konfirmasi, dan jatuh tempo berikutnya mengikuti selang yang sama.
4. Pembayaran dilakukan melalui halaman pesanan {{nomorPesanan}} di situs PIHAK PERTAMA, dengan saluran pembayaran yang tersedia di sana. PIHAK PERTAMA menerbitkan tanda terima untuk setiap pembayaran.
5. PIHAK KEDUA dapat melunasi sisa Angsuran lebih awal. PIHAK PERTAMA menunjukkan perhitungannya sebelum PIHAK KEDUA membayar.`,
    key: 'price',
    title: 'Harga dan Cara Pembayaran',
  },
  {
    body: `1. Angsuran yang belum diterima sampai dengan akhir tanggal jatuh tempo (pukul 24.00 WIB) dinyatakan terlambat.
2. {{denda}}
3. PIHAK PERTAMA memberitahukan keterlambatan kepada PIHAK KEDUA dan memberi kesempatan untuk membayar atau memilih Penangguhan.
4. Bila Angsuran belum dibayar {{hariPenangguhan}} setelah tanggal jatuh tempo, PIHAK PERTAMA dapat melakukan Penangguhan setelah mengirimkan peringatan terakhir.
5. Selama Penangguhan, data PIHAK KEDUA tetap disimpan. Layanan dipulihkan setelah tunggakan dibayar.
6. Penangguhan tidak menghapus kewajiban membayar Angsuran yang sudah jatuh tempo.`,
    key: 'late',
    title: 'Keterlambatan Pembayaran',
  },
]
