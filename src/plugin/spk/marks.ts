import { createHmac } from 'node:crypto'

/**
 * The shop's keyed mark of a text, as the QR codes on a page carry it: eight hex digits. Whoever has no
 * key cannot make one for another page or document.
 */
export const signMark =
  (secret: string) =>
  (text: string): string =>
    createHmac('sha256', secret).update(`spk.qr\n${text}`).digest('hex').slice(0, 8)
