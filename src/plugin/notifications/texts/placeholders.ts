/** Blanks that the shop's own words may have, in Indonesian as the panel's readers know them. */
export const PLACEHOLDERS = {
  jumlah: { en: 'amount of the payment', id: 'jumlah pembayaran' },
  nama: { en: 'name of the reader', id: 'nama pembaca' },
  nomor: { en: 'number of the order or report', id: 'nomor pesanan atau laporan' },
  tanggal: { en: 'the day that it is about', id: 'tanggal yang dimaksud' },
  toko: { en: 'name of the shop', id: 'nama toko' },
  total: { en: 'total of the order', id: 'total pesanan' },
} as const

/** Name of one blank; it stands in a text as `{nama}`. */
export type Placeholder = keyof typeof PLACEHOLDERS

const BLANK = /\{([^{}]*)\}/g

/** Blanks of a text that the event does not know, and braces that are no blank; as they stand there. */
export const findBadPlaceholders = (text: string, known: readonly Placeholder[]): string[] => {
  const blanks = [...text.matchAll(BLANK)]
  const unknown = blanks
    .filter(([, name]) => !known.includes(name as Placeholder))
    .map(([whole]) => whole)
  const stray = /[{}]/.exec(text.replace(BLANK, ''))
  return [...new Set([...unknown, ...(stray ? [stray[0]] : [])])]
}

/** Fills every blank; what has no value becomes nothing. A value's own braces stay as they are. */
export const fillPlaceholders = (
  text: string,
  values: Readonly<Partial<Record<Placeholder, string>>>,
): string => text.replace(BLANK, (_whole, name: string) => values[name as Placeholder] ?? '')
