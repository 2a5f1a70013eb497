import type { Labels } from './locale'

/** Refusals about the personal data of agreements. */
export const spkPrivacyErrors = {
  'spk.erased': {
    status: 409,
    id: 'Data pribadi SPK ini sudah dihapus.',
    en: 'The personal data of this SPK are erased already.',
  },
  'spk.held': {
    status: 409,
    id: 'Data SPK ini belum boleh dihapus: {why}.',
    en: 'The data of this SPK cannot be erased yet: {why}.',
  },
} as const satisfies Record<string, { status: number } & Labels>
