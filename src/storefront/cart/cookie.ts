import { cookies } from 'next/headers'

import { env } from '@/config/env'

import { type CartLine, formatCart, parseCart } from './cart'

const cartCookie = 'keranjang'
const orderedCookie = 'keranjang_dipesan'
const oneDay = 24 * 60 * 60
const thirtyDays = 30 * 24 * 60 * 60

const attributes = (maxAge: number) => ({
  httpOnly: true,
  maxAge,
  path: '/',
  sameSite: 'lax' as const,
  secure: env.SERVER_URL.startsWith('https:'),
})

/** The visitor's cart. Reading it makes a page dynamic. */
export const readCart = async (): Promise<CartLine[]> =>
  parseCart((await cookies()).get(cartCookie)?.value)

/** Keeps the cart in the visitor's browser; an empty one is forgotten. Only in server actions. */
export const writeCart = async (lines: CartLine[]): Promise<void> => {
  const jar = await cookies()
  if (lines.length === 0) {
    jar.delete(cartCookie)
    return
  }
  jar.set(cartCookie, formatCart(lines), attributes(thirtyDays))
}

/**
 * Empties the cart after an order, and remembers which attempt ordered it: who goes back and presses
 * the button again means the same order, not an empty cart. Only in server actions.
 */
export const forgetOrderedCart = async (idempotencyKey: string): Promise<void> => {
  await writeCart([])
  const jar = await cookies()
  jar.set(orderedCookie, idempotencyKey, attributes(oneDay))
}

/** Whether the cart of this attempt has become an order already. */
export const wasOrdered = async (idempotencyKey: string): Promise<boolean> =>
  idempotencyKey !== '' && (await cookies()).get(orderedCookie)?.value === idempotencyKey
