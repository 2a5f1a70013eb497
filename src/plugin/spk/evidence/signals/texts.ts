import type { Labels } from '../../../kernel/errors'

/** What is said of each finding: what was seen and where, never what it says about a person. */
export const findingTexts = {
  addedImage: {
    en: 'A separate picture stands in a box that is to be written in by hand: it was put into the file, not onto the paper.',
    id: 'Ada gambar terpisah di kotak yang harus diisi dengan tangan: ditempel di berkas, bukan ditulis di kertas.',
  },
  addedPath: {
    en: 'Lines were drawn into the file inside a box that is to be written in by hand.',
    id: 'Ada goresan digital yang digambar di berkas pada kotak yang harus diisi dengan tangan.',
  },
  addedText: {
    en: 'Typed letters stand in a box that is to be written in by hand.',
    id: 'Ada huruf ketikan di kotak yang harus diisi dengan tangan.',
  },
  annotation: {
    en: 'A note or drawing of a PDF program lies over a box that is to be written in by hand.',
    id: 'Ada anotasi aplikasi PDF di atas kotak yang harus diisi dengan tangan.',
  },
  annotationElsewhere: {
    en: 'A note or drawing of a PDF program lies on this page, outside the boxes.',
    id: 'Ada anotasi aplikasi PDF di halaman ini, di luar kotak.',
  },
  blueInk: {
    en: 'The ink is blue on a colour scan, as was asked for.',
    id: 'Tinta berwarna biru pada pindaian berwarna, sesuai petunjuk.',
  },
  certified: {
    en: 'The file holds an electronic signature. This agreement asks for wet ink.',
    id: 'Berkas memuat tanda tangan elektronik. Perjanjian ini meminta tanda tangan basah.',
  },
  challengeEmpty: {
    en: 'No handwriting is seen in the box of the handwritten code.',
    id: 'Tidak tampak tulisan tangan di kotak kode tulis tangan.',
  },
  challengeWritten: {
    en: 'Something is written in the box of the handwritten code. Compare it with the code by eye.',
    id: 'Ada tulisan di kotak kode tulis tangan. Cocokkan dengan kodenya secara langsung.',
  },
  codeCopied: {
    en: 'The code of this agreement stands in a box that is to be written in by hand.',
    id: 'Kode perjanjian ini berada di kotak yang harus diisi dengan tangan.',
  },
  codeElsewhere: {
    en: 'A code that is not ours stands on this page, outside the boxes.',
    id: 'Ada kode lain di halaman ini, di luar kotak.',
  },
  codeInBox: {
    en: 'A QR code or barcode stands in a box that is to be written in by hand.',
    id: 'Ada kode QR atau kode batang di kotak yang harus diisi dengan tangan.',
  },
  codeUnread: {
    en: 'Something like a QR code stands in a box that is to be written in by hand, but cannot be read.',
    id: 'Ada pola mirip kode QR di kotak yang harus diisi dengan tangan, tetapi tidak terbaca.',
  },
  crossesLine: {
    en: 'The ink crosses the printed line of its box, as handwriting does.',
    id: 'Tinta melewati garis kotak yang tercetak, seperti lazimnya tulisan tangan.',
  },
  extraPage: {
    en: 'The file holds a page that is not of this agreement.',
    id: 'Berkas memuat halaman yang bukan bagian perjanjian ini.',
  },
  issuedInside: {
    en: 'The file is the one that was issued, with additions: it was never printed.',
    id: 'Berkas adalah dokumen yang kami terbitkan dengan tambahan: belum pernah dicetak.',
  },
  meteraiMissing: {
    en: 'The printed picture of the e-Meterai is not seen where it was affixed.',
    id: 'Gambar e-Meterai tidak tampak di tempat pembubuhannya.',
  },
  meteraiSeen: {
    en: 'The printed picture of the e-Meterai is where it was affixed. A print is no valid e-Meterai; the stamped file is.',
    id: 'Gambar e-Meterai tampak di tempat pembubuhannya. Cetakan bukan meterai yang sah; berkas bermeterai yang sah.',
  },
  neverScanned: {
    en: 'The background is even and purely white, as in a file that was never scanned. Some telephone apps do that too.',
    id: 'Latar rata dan putih sempurna, seperti berkas yang tidak pernah dipindai. Sebagian aplikasi ponsel juga begitu.',
  },
  noInk: {
    en: 'No ink is seen in the signature box.',
    id: 'Tidak tampak tinta di kotak tanda tangan.',
  },
  notScan: {
    en: 'This page is not one picture of a whole sheet, as scans are.',
    id: 'Halaman ini bukan satu gambar lembar utuh seperti hasil pindai.',
  },
  ownText: {
    en: 'The page still holds the letters of the issued document: it was never printed.',
    id: 'Halaman masih memuat huruf dokumen yang kami terbitkan: belum pernah dicetak.',
  },
  pageDiffers: {
    en: 'The page looks different from the issued one outside the boxes. Compare both.',
    id: 'Halaman tampak berbeda dari yang diterbitkan di luar kotak. Bandingkan keduanya.',
  },
  repeated: {
    en: 'The signature is nearly the same picture as an earlier one. Two signatures by hand are never the same.',
    id: 'Tanda tangan hampir sama persis dengan yang pernah dikirim. Dua tanda tangan tangan tidak pernah sama.',
  },
  scan: {
    en: 'Every page is one picture of a whole sheet, as scans are.',
    id: 'Setiap halaman adalah satu gambar lembar utuh, seperti hasil pindai.',
  },
  separateMask: {
    en: 'A separate layer stands in a box that is to be written in by hand. Some scanners make such layers.',
    id: 'Ada lapisan terpisah di kotak yang harus diisi dengan tangan. Sebagian pemindai membuat lapisan demikian.',
  },
  stuckMissing: {
    en: 'No meterai of paper is seen in its box.',
    id: 'Tidak tampak meterai tempel di kotaknya.',
  },
  stuckSeen: {
    en: 'Something is stuck or stamped in the box of the meterai.',
    id: 'Ada yang ditempel atau dibubuhkan di kotak meterai.',
  },
  textDiffers: {
    en: 'The letters of this page differ from those of the issued one.',
    id: 'Huruf pada halaman ini berbeda dari dokumen yang diterbitkan.',
  },
  tool: {
    en: 'The file names a program that signs or changes documents as its maker.',
    id: 'Berkas menyebut aplikasi penanda tangan atau pengubah dokumen sebagai pembuatnya.',
  },
  unevenNoise: {
    en: 'Noise is spread over clipped white, as programs do that imitate scans.',
    id: 'Bintik tersebar di atas putih terpotong, seperti hasil program peniru pindaian.',
  },
} as const satisfies Record<string, Labels>
