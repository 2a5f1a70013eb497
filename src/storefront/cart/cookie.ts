import { cookies } from 'next/headers'

import { env } from '@/config/env'

import { type CartLine, formatCart, parseCart } from './cart'

const cartCookie = 'keranjang'
const thirtyDays = 30 * 24 * 60 * 60

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
  jar.set(cartCookie, formatCart(lines), {
    httpOnly: true,
    maxAge: thirtyDays,
    path: '/',
    sameSite: 'lax',
    secure: env.SERVER_URL.startsWith('https:'),
  })
}
