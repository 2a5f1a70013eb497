/** Cuts a text to Duitku's limit (UTF-16 units) without splitting a character. */
export function cut({ max, text }: { max: number; text: string }): string {
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > max) break
    kept += character
  }
  return kept.trim()
}

/** Free text as Duitku's pages and the banks behind them take it: no markup, no emoji, one line. */
export function plainText({ max, text }: { max: number; text: string }): string {
  const clean = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}\p{M} .,:/()&+'#%-]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
  return cut({ max, text: clean })
}

/** A name for a virtual account: ASCII letters, digits, space and dot, as bank systems print it. */
export function bankName({ max, text }: { max: number; text: string }): string {
  const ascii = text
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9. ]/g, '')
    .replace(/ +/g, ' ')
    .trim()
  return cut({ max, text: ascii }) || 'Pelanggan'
}

/** An Indonesian number as `0812…`, any other as its digits. */
export function plainPhone(text: string): string {
  const digits = text.replace(/\D/g, '')
  const local = text.trim().startsWith('+62') ? `0${digits.slice(2)}` : digits
  return local.slice(0, 20)
}
