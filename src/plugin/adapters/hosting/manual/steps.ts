import type { ManualSettings } from './settings'

/** What is to be done. */
export type Verb = 'create' | 'inspect' | 'resume' | 'suspend' | 'terminate'

type Kind = ManualSettings['kind']

/**
 * The run-book, for a person who has not done this before. `{unit}` and `{domain}` are filled in. Nothing
 * is erased before the customer has had his data, and every step that is seen is kept as a picture.
 */
export const STEPS: Readonly<Record<Kind, Readonly<Record<Verb, readonly string[]>>>> = {
  colocation: {
    create: [
      'Sepakati jadwal masuk dengan pelanggan. Daftarkan nama tamu dan nomor identitasnya di data center.',
      'Siapkan unit rak untuk {unit}. Catat rak dan nomor U.',
      'Pasang dua jalur listrik (feed A dan B). Catat nomor PDU, nomor stopkontak, dan batas ampere.',
      'Minta cross-connect ke switch. Catat nomor port, VLAN, dan alamat IP.',
      'Pasang mesin bersama pelanggan. Tempel label {unit} di depan dan belakang.',
      'Nyalakan, lalu ping alamat IP-nya dari luar. Foto rak, label, dan hasil ping sebagai bukti.',
    ],
    inspect: [
      'Lihat lampu port {unit} di switch dan arus di PDU.',
      'Ping alamat IP-nya dari luar. Catat apakah menyala, dimatikan, atau tidak ada.',
    ],
    resume: [
      'Nyalakan lagi port {unit} di switch (no shutdown).',
      'Pastikan feed listrik A dan B menyala.',
      'Ping alamat IP-nya dari luar. Unggah tangkapan layar sebagai bukti.',
    ],
    suspend: [
      'Matikan port {unit} di switch (shutdown). Jangan matikan listriknya: datanya milik pelanggan.',
      'Ping alamat IP-nya dari luar. Harus tidak menjawab.',
      'Unggah tangkapan layar port dan ping sebagai bukti.',
    ],
    terminate: [
      'Pastikan pelanggan sudah diberi tahu tanggal pengambilan mesin.',
      'Matikan port {unit}, cabut cross-connect, lalu lepas feed listrik A dan B.',
      'Serahkan mesin dengan berita acara yang ditandatangani kedua pihak. Jangan hapus isi disk.',
      'Kosongkan unit rak, VLAN, dan alamat IP di catatan. Foto rak kosong dan berita acara sebagai bukti.',
    ],
  },
  dedicated: {
    create: [
      'Pilih mesin kosong yang sesuai dengan paket. Tempel label {unit}.',
      'Pasang sistem operasi lewat IPMI atau minta remote hands. Buat kata sandi root baru.',
      'Atur alamat IP, VLAN, dan reverse DNS. Catat semuanya.',
      'Uji disk (SMART), memori, dan kecepatan jaringan.',
      'Serahkan akses lewat halaman akun, bukan lewat chat. Unggah hasil uji sebagai bukti.',
    ],
    inspect: [
      'Buka IPMI {unit} dan lihat status daya.',
      'Ping alamat IP-nya dari luar. Catat apakah menyala, dimatikan, atau tidak ada.',
    ],
    resume: [
      'Nyalakan port {unit} di switch (no shutdown).',
      'Nyalakan mesin lewat IPMI. Bila IPMI tidak menjawab, minta remote hands.',
      'Ping alamat IP-nya dari luar. Unggah tangkapan layar sebagai bukti.',
    ],
    suspend: [
      'Matikan port {unit} di switch (shutdown). Mesin boleh tetap menyala.',
      'Tutup akses IPMI pelanggan, agar tidak dinyalakan lewat jalan lain.',
      'Ping alamat IP-nya dari luar. Harus tidak menjawab. Unggah tangkapan layar sebagai bukti.',
    ],
    terminate: [
      'Pastikan masa ambil data pelanggan sudah lewat.',
      'Matikan mesin {unit} lewat IPMI, lalu matikan port-nya.',
      'Hapus isi disk dengan aman (secure erase). Simpan laporannya.',
      'Kosongkan VLAN, alamat IP, dan reverse DNS di catatan. Unggah laporan hapus disk sebagai bukti.',
    ],
  },
  vps: {
    create: [
      'Buat mesin virtual {unit} sesuai paket. Catat nomor dan node-nya.',
      'Atur alamat IP dan reverse DNS. Buat kata sandi root baru.',
      'Serahkan akses lewat halaman akun. Unggah tangkapan layar panel sebagai bukti.',
    ],
    inspect: [
      'Buka panel virtualisasi dan cari {unit}. Catat apakah menyala, dimatikan, atau tidak ada.',
    ],
    resume: [
      'Nyalakan mesin virtual {unit} dan kembalikan izin daya pelanggan.',
      'Ping alamat IP-nya dari luar. Unggah tangkapan layar sebagai bukti.',
    ],
    suspend: [
      'Matikan mesin virtual {unit} (shutdown, lalu stop bila perlu). Matikan juga nyala otomatis.',
      'Cabut izin daya pelanggan di panel, agar tidak dinyalakan sendiri.',
      'Unggah tangkapan layar panel sebagai bukti.',
    ],
    terminate: [
      'Pastikan masa ambil data pelanggan sudah lewat.',
      'Buat cadangan terakhir bila diminta, lalu hapus mesin virtual {unit}.',
      'Kosongkan alamat IP di catatan. Unggah tangkapan layar panel sebagai bukti.',
    ],
  },
  web: {
    create: [
      'Buat akun {unit} untuk {domain} sesuai paket di panel hosting.',
      'Pastikan {domain} membuka halaman awal. Unggah tangkapan layar sebagai bukti.',
    ],
    inspect: [
      'Buka {domain} dari luar. Catat apakah situsnya terbuka, ditangguhkan, atau tidak ada.',
    ],
    resume: [
      'Aktifkan lagi akun {unit} di panel hosting.',
      'Buka {domain} dari luar. Unggah tangkapan layar situs yang terbuka sebagai bukti.',
    ],
    suspend: [
      'Tangguhkan akun {unit} di panel hosting. Jangan hapus berkasnya.',
      'Buka {domain} dari luar. Harus menjawab 503. Unggah tangkapan layar sebagai bukti.',
    ],
    terminate: [
      'Pastikan masa ambil data pelanggan sudah lewat dan cadangan terakhir disimpan.',
      'Hapus akun {unit} di panel hosting. Unggah tangkapan layar sebagai bukti.',
    ],
  },
}
