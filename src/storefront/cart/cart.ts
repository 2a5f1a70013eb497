import { z } from 'zod'

/** One line of the cart: a product's id and how many of it. */
export type CartLine = { product: string; quantity: number }

/** Most of one product in one order. */
export const maxQuantity = 99

/** Most different products in the cart; a cookie has little room. */
export const maxLines = 20

const productId = z.string().regex(/^[\w-]{1,64}$/)
const stored = z.array(z.tuple([productId, z.number().int().min(1).max(maxQuantity)])).max(maxLines)

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads a cart from its text; anything unreadable is an empty cart. */
export const parseCart = (text: string | undefined): CartLine[] => {
  const parsed = stored.safeParse(readJson(text ?? '[]'))
  return parsed.success ? parsed.data.map(([product, quantity]) => ({ product, quantity })) : []
}

/** Writes a cart as text for the cookie or a hidden field. */
export const formatCart = (lines: CartLine[]): string =>
  JSON.stringify(lines.map(({ product, quantity }) => [product, quantity]))

const clampQuantity = (quantity: number): number =>
  Math.min(maxQuantity, Math.max(0, Math.trunc(quantity) || 0))

/** A typed quantity from 0 to 99, or undefined for anything else. */
export const readQuantity = (typed: string): number | undefined => {
  const quantity = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : Number.NaN
  return quantity <= maxQuantity ? quantity : undefined
}

/** Whether one more of a product finds no room. */
export const isFull = (args: { lines: CartLine[]; product: string }): boolean => {
  const present = args.lines.find((line) => line.product === args.product)
  return present ? present.quantity >= maxQuantity : args.lines.length >= maxLines
}

/** Sets how many of a product are in the cart; zero takes it out. */
export const setQuantity = (args: { lines: CartLine[] } & CartLine): CartLine[] => {
  const { lines, product } = args
  const quantity = clampQuantity(args.quantity)
  if (quantity === 0) {
    return lines.filter((line) => line.product !== product)
  }
  const isKnown = lines.some((line) => line.product === product)
  const changed = lines.map((line) => (line.product === product ? { product, quantity } : line))
  return isKnown ? changed : [...lines, { product, quantity }].slice(0, maxLines)
}

/** Puts more of a product into the cart. */
export const addToCart = (args: { lines: CartLine[] } & CartLine): CartLine[] => {
  const present = args.lines.find((line) => line.product === args.product)?.quantity ?? 0
  return setQuantity({ ...args, quantity: present + args.quantity })
}
