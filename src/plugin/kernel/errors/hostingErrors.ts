import type { Labels } from './locale'

import { hostingCoreErrors } from './hostingCoreErrors'

/** Refusals about services and servers. */
export const hostingErrors = {
  ...hostingCoreErrors,
  'hosting.accountNotFound': {
    status: 404,
    id: 'Layanan tidak ditemukan.',
    en: 'There is no such service.',
  },
  'hosting.addressMissing': {
    status: 422,
    id: 'Isi alamat server ini.',
    en: 'Please give the address of this server.',
  },
  'hosting.answerRequired': {
    status: 422,
    id: 'Isi bagian ini.',
    en: 'Please fill this in.',
  },
  'hosting.answerTooLong': {
    status: 422,
    id: 'Isian ini terlalu panjang.',
    en: 'This answer is too long.',
  },
  'hosting.badDomain': {
    status: 422,
    id: 'Ini bukan nama domain. Tulis seperti contoh.co.id.',
    en: 'This is not the name of a domain. Write it like contoh.co.id.',
  },
  'hosting.cannotEnd': {
    status: 409,
    id: 'Layanan ini sudah berakhir atau belum berjalan.',
    en: 'This service has ended or is not running yet.',
  },
  'hosting.cannotRenew': {
    status: 409,
    id: 'Layanan ini belum dapat diperpanjang. Perpanjangan dibuka menjelang akhir kontrak.',
    en: 'This service cannot be renewed yet. Renewal opens towards the end of its contract.',
  },
  'hosting.domainForeign': {
    status: 409,
    id: 'Domain ini berada di bawah atau di atas domain pelanggan lain. Hubungi kami bila domain ini milik Anda.',
    en: 'This domain lies below or above that of another customer. Please contact us if it is yours.',
  },
  'hosting.domainIsAddress': {
    status: 422,
    id: 'Ini alamat IP. Isi nama domain, seperti contoh.co.id.',
    en: 'This is an IP address. Please give a domain, like contoh.co.id.',
  },
  'hosting.domainIsSuffix': {
    status: 422,
    id: 'Ini akhiran umum, bukan domain seseorang. Tulis seperti contoh.co.id.',
    en: 'This is a public suffix, nobody’s own domain. Write it like contoh.co.id.',
  },
  'hosting.domainRequired': {
    status: 422,
    id: 'Isi domain untuk layanan ini.',
    en: 'Please give the domain of this service.',
  },
  'hosting.domainReserved': {
    status: 422,
    id: 'Nama ini dicadangkan dan tidak dapat dipakai.',
    en: 'This name is reserved and cannot be used.',
  },
  'hosting.domainSingleLabel': {
    status: 422,
    id: 'Nama domain memerlukan akhiran, seperti .co.id.',
    en: 'A domain needs an ending, like .co.id.',
  },
  'hosting.domainTaken': {
    status: 409,
    id: 'Domain ini sudah dipakai layanan lain. Hubungi kami bila domain ini milik Anda.',
    en: 'This domain is used by another service. Please contact us if it is yours.',
  },
  'hosting.domainWithMore': {
    status: 422,
    id: 'Isi nama domain saja, tanpa alamat halaman, port, atau @.',
    en: 'Please give the domain alone, without path, port or @.',
  },
  'hosting.labelReserved': {
    status: 422,
    id: 'Nama ini dipakai untuk keperluan toko. Pilih nama lain.',
    en: 'The shop needs this name itself. Please choose another.',
  },
  'hosting.labelTooDeep': {
    status: 422,
    id: 'Pilih satu nama saja di depan domain ini, tanpa titik.',
    en: 'Choose a single name before this domain, without a dot.',
  },
  'hosting.noSignOn': {
    status: 409,
    id: 'Layanan ini tidak memiliki jalan masuk langsung ke panel.',
    en: 'This service has no direct way into its panel.',
  },
  'hosting.noSecrets': {
    status: 409,
    id: 'Kredensial layanan ini sudah ditampilkan. Hubungi kami bila Anda memerlukan yang baru.',
    en: 'The credentials of this service have been shown already. Please contact us if you need new ones.',
  },
  'hosting.ownShop': {
    status: 422,
    id: 'Ini alamat toko kami sendiri. Isi domain Anda.',
    en: 'This is our own shop. Please give your domain.',
  },
  'hosting.rackUnits': {
    status: 422,
    id: 'Isi jumlah unit rak dari 1 sampai 48.',
    en: 'Please give the number of rack units, 1 to 48.',
  },
  'hosting.regionUnknown': {
    status: 422,
    id: 'Lokasi ini tidak tersedia untuk layanan Anda.',
    en: 'This region is not offered for your service.',
  },
  'hosting.badSettings': {
    status: 422,
    id: 'Setelan server belum benar: {fault}.',
    en: 'The settings of this server are wrong: {fault}.',
  },
  'hosting.serverInUse': {
    status: 409,
    id: 'Server ini masih menampung layanan. Pindahkan atau akhiri dahulu layanannya.',
    en: 'This server still holds services. Move or end them first.',
  },
} as const satisfies Record<string, { status: number } & Labels>
