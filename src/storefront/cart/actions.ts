'use server'

import { redirect } from 'next/navigation'

import { localPath, toStoreLocale } from '../i18n/locales'
import { addToCart, isFull, maxQuantity, readQuantity, setQuantity } from './cart'
import { readCart, writeCart } from './cookie'
import { type CartFault, cartFaultQuery } from './fault'

const productOf = (form: FormData): string => {
  const product = form.get('product')
  return typeof product === 'string' && /^[\w-]{1,64}$/.test(product) ? product : ''
}

const backToCart = (form: FormData, fault?: CartFault): never => {
  const path = `/keranjang${fault ? cartFaultQuery(fault) : ''}`
  return redirect(localPath({ locale: toStoreLocale(form.get('locale')), path }))
}

/** "Tambah ke keranjang": one more. Works as a plain form. */
export const addLine = async (form: FormData): Promise<void> => {
  const product = productOf(form)
  const lines = await readCart()
  if (product === '' || isFull({ lines, product })) {
    return backToCart(
      form,
      product === '' ? undefined : { product, typed: String(maxQuantity + 1) },
    )
  }
  await writeCart(addToCart({ lines, product, quantity: 1 }))
  return backToCart(form)
}

/** Changes a quantity, or takes the line out when it is 0. Works as a plain form. */
export const changeLine = async (form: FormData): Promise<void> => {
  const product = productOf(form)
  const typed = String(form.get('quantity') ?? '')
  const quantity = readQuantity(typed)
  if (quantity === undefined) {
    return backToCart(form, { product, typed })
  }
  await writeCart(setQuantity({ lines: await readCart(), product, quantity }))
  return backToCart(form)
}
