import type { SpkClause } from '../../content'

/** Pasal 6–11: what each side owes, data, the end, what nobody can help, and where to quarrel. */
export const MIDDLE_CLAUSES: readonly SpkClause[] = [
  {
    body: `1. PIHAK PERTAMA berhak menerima pembayaran menurut Perjanjian ini.
2. PIHAK PERTAMA wajib menyediakan Layanan sesuai rincian dalam {{pasal:object}} dengan kecermatan yang wajar.
3. PIHAK PERTAMA wajib memberitahukan pemeliharaan terencana sebelumnya dan membantu gangguan melalui {{kontakPenyedia}} pada Hari Kerja.
4. PIHAK PERTAMA menjaga keamanan Layanan secara wajar. PIHAK KEDUA tetap perlu menyimpan salinan cadangan atas datanya sendiri.
5. PIHAK PERTAMA bertanggung jawab atas kerugian yang timbul karena kesalahan atau kelalaiannya menurut peraturan perundang-undangan.`,
    key: 'provider',
    title: 'Hak dan Kewajiban PIHAK PERTAMA',
  },
  {
    body: `1. PIHAK KEDUA berhak menggunakan Layanan selama Masa Layanan dan memperoleh informasi yang benar tentang Layanan dan tagihannya.
2. PIHAK KEDUA wajib membayar Angsuran tepat waktu.
3. PIHAK KEDUA wajib memberikan data diri yang benar dan memberitahukan perubahannya.
4. PIHAK KEDUA tidak menggunakan Layanan untuk perbuatan yang melanggar hukum, menyebarkan perangkat lunak berbahaya, mengirim pesan massal tanpa persetujuan penerima, atau mengganggu sistem pihak lain.
5. PIHAK KEDUA menjaga kerahasiaan nama pengguna dan kata sandinya.`,
    key: 'customer',
    title: 'Hak dan Kewajiban PIHAK KEDUA',
  },
  {
    body: `1. PIHAK PERTAMA memproses data pribadi PIHAK KEDUA untuk membuat dan melaksanakan Perjanjian ini serta memenuhi kewajiban hukum, menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi.
2. Data disimpan selama Perjanjian berlaku dan sesudahnya selama diwajibkan peraturan perundang-undangan, kemudian dihapus atau dimusnahkan.
3. Data hanya diteruskan kepada pihak yang diperlukan untuk melaksanakan Perjanjian, seperti penyelenggara pembayaran dan penyedia meterai, atau bila diwajibkan hukum.
4. PIHAK KEDUA dapat meminta akses, perbaikan, dan penghapusan datanya melalui {{surelPenyedia}} menurut peraturan perundang-undangan.
5. Para Pihak menjaga kerahasiaan informasi yang diterima dari pihak lain dalam pelaksanaan Perjanjian ini.`,
    key: 'privacy',
    title: 'Data Pribadi dan Kerahasiaan',
  },
  {
    body: `1. Pihak yang tidak memenuhi kewajibannya diberi surat peringatan tertulis sampai tiga kali, masing-masing dengan waktu 7 (tujuh) Hari untuk memperbaikinya.
2. Bila kewajiban tetap tidak dipenuhi setelah peringatan ketiga, pihak lainnya dapat mengakhiri Perjanjian ini secara tertulis. Untuk pengakhiran tersebut Para Pihak mengesampingkan Pasal 1266 Kitab Undang-Undang Hukum Perdata sepanjang mensyaratkan putusan pengadilan.
3. Sebelum data dihapus karena pengakhiran, PIHAK KEDUA diberi waktu 30 (tiga puluh) Hari untuk mengambil datanya.
4. Pengakhiran tidak menghapus hak dan kewajiban yang sudah timbul. Pembayaran untuk Layanan yang belum diberikan diperhitungkan kembali.`,
    key: 'termination',
    title: 'Pengakhiran Perjanjian',
  },
  {
    body: `1. Keadaan kahar adalah peristiwa di luar kemampuan wajar Para Pihak, seperti bencana alam, kebakaran, perang, huru-hara, wabah, gangguan luas pada listrik atau jaringan, dan kebijakan pemerintah.
2. Pihak yang mengalami keadaan kahar memberitahukannya kepada pihak lain paling lambat 7 (tujuh) Hari setelah peristiwa diketahui.
3. Kewajiban yang terhalang ditunda selama keadaan kahar berlangsung. Bila berlangsung lebih dari 30 (tiga puluh) Hari, masing-masing pihak dapat mengakhiri Perjanjian ini secara tertulis.`,
    key: 'forceMajeure',
    title: 'Keadaan Kahar',
  },
  {
    body: `1. Perselisihan diselesaikan dengan musyawarah dalam 30 (tiga puluh) Hari sejak diberitahukan secara tertulis.
2. Bila musyawarah tidak mencapai mufakat, perselisihan diselesaikan melalui Pengadilan Negeri {{kotaPengadilan}}, tanpa mengurangi hak PIHAK KEDUA untuk menempuh Badan Penyelesaian Sengketa Konsumen.
3. Perjanjian ini tunduk pada hukum Republik Indonesia.`,
    key: 'disputes',
    title: 'Penyelesaian Perselisihan',
  },
]
