import type { CatalogueRow } from './catalogue'

/** Refusals about the scope of an analysis and the proof of its domain. */
export const scopeErrors = {
  'scope.alreadyProven': {
    status: 409,
    id: 'Domain ini sudah terbukti. Tidak ada lagi yang perlu diperiksa.',
    en: 'This domain is proven already. Nothing is left to check.',
  },
  'scope.analysisBegun': {
    status: 409,
    id: 'Analisis sudah dimulai, jadi ruang lingkupnya tidak berubah lagi.',
    en: 'The analysis has begun, so its scope does not change any more.',
  },
  'scope.badDate': {
    status: 422,
    id: 'Pilih tanggal mulai hari ini sampai setahun ke depan.',
    en: 'Choose a day from today to a year ahead.',
  },
  'scope.badDomain': {
    status: 422,
    id: 'Ini bukan nama domain. Tulis seperti contoh.co.id.',
    en: 'This is not the name of a domain. Write it like contoh.co.id.',
  },
  'scope.badText': {
    status: 422,
    id: 'Isian ini memuat tanda yang tidak dapat disimpan. Ketik ulang bagian yang disalin.',
    en: 'This holds signs that cannot be kept. Retype the part that was pasted.',
  },
  'scope.closed': {
    status: 409,
    id: 'Ruang lingkup ini sudah disepakati. Hubungi kami bila ada yang perlu diubah.',
    en: 'This scope has been agreed on. Please write to us if something has to change.',
  },
  'scope.domainIsAddress': {
    status: 422,
    id: 'Tulis nama domain, bukan alamat IP.',
    en: 'Write the name of the domain, not an IP address.',
  },
  'scope.domainReserved': {
    status: 422,
    id: 'Nama ini dicadangkan untuk contoh atau jaringan dalam, jadi tidak dapat diperiksa dari internet.',
    en: 'This name is reserved for examples or private networks, so it cannot be reached from the internet.',
  },
  'scope.domainSingleLabel': {
    status: 422,
    id: 'Nama domain belum lengkap. Tulis dengan akhirannya, misalnya contoh.co.id.',
    en: 'The name is not complete. Write it with its ending, for example contoh.co.id.',
  },
  'scope.domainWithMore': {
    status: 422,
    id: 'Tulis nama domain saja, tanpa port, halaman, atau nama pengguna. Contoh: contoh.co.id.',
    en: 'Write only the name of the domain, without port, page or user name. For example contoh.co.id.',
  },
  'scope.foreignHost': {
    status: 422,
    id: '“{host}” bukan bagian dari {domain}. Hanya domain yang dibuktikan dan subdomainnya yang dapat diperiksa.',
    en: '“{host}” is not part of {domain}. Only the proven domain and what lies below it can be examined.',
  },
  'scope.notAuthorised': {
    status: 422,
    id: 'Baca dan centang pernyataan izin. Tanpa izin tertulis kami tidak boleh memeriksa situs.',
    en: 'Read and tick the authorisation. Without a written permission we must not examine a site.',
  },
  'scope.notPaid': {
    status: 409,
    id: 'Ruang lingkup dapat diisi setelah pesanan dibayar.',
    en: 'The scope can be written once the order is paid.',
  },
  'scope.notSubmitted': {
    status: 409,
    id: 'Isi ruang lingkup lebih dahulu, lalu periksa domainnya.',
    en: 'Write the scope first, then have the domain checked.',
  },
  'scope.outdated': {
    status: 409,
    id: 'Pelanggan baru saja mengubah ruang lingkup ini. Baca lagi, lalu sepakati.',
    en: 'The customer has just changed this scope. Read it again before you agree.',
  },
  'scope.ownShop': {
    status: 422,
    id: 'Ini domain toko kami sendiri. Tulis domain situs Anda.',
    en: 'This is our own domain. Write the domain of your site.',
  },
  'scope.proofExpired': {
    status: 410,
    id: 'Kode bukti ini sudah kedaluwarsa. Buat kode baru, lalu pasang kode itu.',
    en: 'This code has expired. Make a new one and put that in place.',
  },
  'scope.readyBeforeStart': {
    status: 422,
    id: 'Perkiraan selesai tidak boleh sebelum tanggal mulai.',
    en: 'The report cannot be ready before the analysis begins.',
  },
  'scope.required': {
    status: 422,
    id: 'Bagian ini wajib diisi.',
    en: 'This part is needed.',
  },
  'scope.textChanged': {
    status: 409,
    id: 'Naskah izin baru saja diperbarui. Baca lagi, lalu centang.',
    en: 'The wording of the authorisation has just changed. Please read it again and tick it.',
  },
  'scope.tooLong': {
    status: 422,
    id: 'Isian ini terlalu panjang. Batasnya 2.000 huruf.',
    en: 'This is too long. The limit is 2,000 characters.',
  },
  'scope.tooManyHosts': {
    status: 422,
    id: 'Tulis paling banyak 20 alamat tambahan.',
    en: 'Name at most 20 further addresses.',
  },
} as const satisfies Record<string, CatalogueRow>
