/** A quantity that was refused, carried in the address so that it works without JavaScript. */
export type CartFault = { product: string; typed: string }

const longest = 20

/** The query that brings a refused quantity back to its field. */
export const cartFaultQuery = ({ product, typed }: CartFault): string =>
  `?${new URLSearchParams({ baris: product, jumlah: typed.slice(0, longest) }).toString()}`

/** Reads that query; anything else is no fault. */
export const readCartFault = (query: Record<string, unknown>): CartFault | undefined => {
  const { baris, jumlah } = query
  return typeof baris === 'string' && typeof jumlah === 'string'
    ? { product: baris, typed: jumlah.slice(0, longest) }
    : undefined
}
