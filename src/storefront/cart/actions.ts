'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'

import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { addToCart, setQuantity } from './cart'
import { readCart, writeCart } from './cookie'

const lineForm = z.object({
  product: z.string().regex(/^[\w-]{1,64}$/),
  quantity: z.coerce.number().int().min(0).catch(1),
})

const backToCart = (locale: StoreLocale): never =>
  redirect(localPath({ locale, path: '/keranjang' }))

/** "Tambah ke keranjang". Works as a plain form. */
export const addLine = async (form: FormData): Promise<void> => {
  const line = lineForm.safeParse(Object.fromEntries(form))
  if (line.success) {
    await writeCart(addToCart({ lines: await readCart(), ...line.data }))
  }
  backToCart(toStoreLocale(form.get('locale')))
}

/** Changes a quantity, or takes the line out when the quantity is 0. Works as a plain form. */
export const changeLine = async (form: FormData): Promise<void> => {
  const line = lineForm.safeParse(Object.fromEntries(form))
  if (line.success) {
    await writeCart(setQuantity({ lines: await readCart(), ...line.data }))
  }
  backToCart(toStoreLocale(form.get('locale')))
}
