import type { MeteraiMode, SpkClause } from '../../content'

const WET_INK = `PIHAK KEDUA menandatangani cetakan Perjanjian ini dengan tinta basah pada kotak yang disediakan dan menuliskan kode tulis tangan yang tercetak, tanggal, dan tempat. Tanda tangan berupa gambar tempelan, ketikan, goresan di layar, atau kode QR tidak memenuhi ketentuan ini.`

const PAPER_KEPT = `PIHAK KEDUA menyimpan kertas yang ditandatanganinya dan memperlihatkannya kepada PIHAK PERTAMA bila diminta.`

const PAYS = `Bea meterai atas Perjanjian ini ditanggung oleh PIHAK PERTAMA.`

const SIGNATURES: Readonly<Record<MeteraiMode, string>> = {
  'e-first': `1. ${WET_INK}
2. PIHAK PERTAMA membubuhkan tanda tangan dan e-Meterai pada dokumen elektronik Perjanjian ini sebelum dokumen dicetak oleh PIHAK KEDUA. Gambar e-Meterai pada hasil cetak dan hasil pindai bukan meterai tersendiri.
3. Perjanjian ini dibuat dalam dua bentuk. Dokumen elektronik ber-e-Meterai dan hasil pindai bertanda tangan basah dengan nomor dan sidik dokumen yang sama merupakan satu kesatuan.
4. ${PAYS}
5. ${PAPER_KEPT}`,
  'e-last': `1. ${WET_INK}
2. PIHAK KEDUA mengirimkan hasil pindai berwarna dari seluruh halaman kepada PIHAK PERTAMA. Setelah hasil pindai diterima, PIHAK PERTAMA menandatanganinya dan membubuhkan e-Meterai sebagai langkah terakhir.
3. Dokumen elektronik yang memuat tanda tangan Para Pihak dan e-Meterai tersebut merupakan naskah Perjanjian ini. Dokumen itu tidak diubah setelah e-Meterai dibubuhkan.
4. ${PAYS}
5. ${PAPER_KEPT}`,
  tempel: `1. ${WET_INK}
2. PIHAK KEDUA menempelkan meterai tempel secara utuh dan tidak rusak pada kotak yang disediakan, lalu menandatangani sehingga sebagian tanda tangan berada di atas kertas dan sebagian di atas meterai.
3. Kertas yang ditandatangani dan dimeteraikan merupakan naskah Perjanjian ini. Hasil pindainya dengan nomor dan sidik dokumen yang sama disimpan oleh PIHAK PERTAMA.
4. Meterai tempel disediakan oleh PIHAK KEDUA untuk naskah yang ditandatanganinya.
5. ${PAPER_KEPT}`,
}

/** Pasal 12 and 13: how it is signed and stamped, and how it closes. */
export const buildLastClauses = (mode: MeteraiMode): SpkClause[] => [
  { body: SIGNATURES[mode], key: 'signature', title: 'Tanda Tangan, Meterai, dan Bentuk Dokumen' },
  {
    body: `1. Perubahan atas Perjanjian ini hanya berlaku bila dibuat dalam adendum tertulis yang ditandatangani Para Pihak.
2. Bila suatu ketentuan dinyatakan batal, ketentuan lainnya tetap berlaku.
3. Tabel dalam Perjanjian ini merupakan bagian yang tidak terpisahkan dari Perjanjian.
4. Perjanjian ini ditandatangani Para Pihak dalam keadaan sadar dan tanpa paksaan, pada tanggal yang disebut pada awal Perjanjian atau tanggal yang ditulis di samping tanda tangan.`,
    key: 'closing',
    title: 'Penutup',
  },
]
