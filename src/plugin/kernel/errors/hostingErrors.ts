import type { Labels } from './locale'

import { hostingCoreErrors } from './hostingCoreErrors'

/** Refusals about services and servers. */
export const hostingErrors = {
  ...hostingCoreErrors,
  'hosting.addressMissing': {
    status: 422,
    id: 'Isi alamat server ini.',
    en: 'Please give the address of this server.',
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
