import type { Labels, Locale } from '../../kernel/errors'

/**
 * Every wording under which customers have authorised an analysis, by its number. A wording that
 * somebody may have signed is never changed: a better one gets the next number.
 */
const WORDINGS: readonly Labels[] = [
  {
    id: 'Dengan mencentang kotak ini saya menyatakan: (1) saya pemilik situs yang disebut di formulir ini, atau diberi kuasa oleh pemiliknya untuk menyetujui pengujian ini; (2) saya memberi izin kepada {shop} untuk memeriksa keamanan situs dan alamat yang disebut di formulir ini, termasuk memindai, mencoba celah keamanan, dan mencatat bukti, dalam waktu dan batas yang tertulis di formulir ini; (3) izin ini tidak mencakup serangan yang membuat layanan berhenti, rekayasa sosial, dan sistem pihak lain; (4) saya sudah memberi tahu penyedia hosting bila aturannya mewajibkan itu, dan mempunyai cadangan data terbaru; (5) saya dapat mencabut izin ini kapan saja secara tertulis. Isian formulir, nama, jabatan, waktu, dan naskah ini disimpan sebagai bukti izin.',
    en: 'By ticking this box I declare: (1) I own the site named in this form, or its owner has authorised me to agree to this test; (2) I permit {shop} to examine the security of the site and the addresses named in this form, including scanning, trying weaknesses and recording evidence, at the times and within the limits written in this form; (3) this permission does not cover attacks that bring services down, social engineering, or systems of others; (4) I have told the hosting provider where its rules ask for that, and have a recent backup; (5) I may withdraw this permission in writing at any time. What the form says, name, position, time and this wording are kept as evidence of the permission.',
  },
]

/** Number of the wording that is signed now. */
export const AUTHORISATION_VERSION = WORDINGS.length

/** The wording that is signed now, as the reader sees it. */
export const authorisationText = (args: { locale: Locale; shopName: string }): string =>
  (WORDINGS[AUTHORISATION_VERSION - 1]?.[args.locale] ?? '').replace('{shop}', args.shopName)

/** In which quality somebody signs. */
export const CAPACITIES = {
  owner: { en: 'Owner', id: 'Pemilik' },
  authorised: { en: 'Authorised by the owner', id: 'Diberi kuasa oleh pemilik' },
} as const satisfies Record<string, Labels>

/** One of them. */
export type Capacity = keyof typeof CAPACITIES
