'use server'

import { redirect } from 'next/navigation'

import { readPayWish } from '../contract/wish'
import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { checkOrder, openPaymentPage, reportFault } from '../shop'
import { type NoticeCode, noticeOf } from './notice'

type OrderForm = { locale: StoreLocale; token: string }

const readOrderForm = (form: FormData): OrderForm => {
  const token = form.get('token')
  return {
    locale: toStoreLocale(form.get('locale')),
    token: typeof token === 'string' && /^[\w-]{1,128}$/.test(token) ? token : 'tidak-dikenal',
  }
}

const orderPath = ({ locale, token }: OrderForm, notice: NoticeCode): string =>
  localPath({ locale, path: `/pesanan/${token}?kabar=${notice}` })

const tryTo = async (args: { form: OrderForm; work: () => Promise<string> }): Promise<string> => {
  try {
    return await args.work()
  } catch (error) {
    await reportFault(error)
    return orderPath(args.form, noticeOf(error))
  }
}

/**
 * "Bayar sekarang", "Coba bayar lagi", "Ganti metode", "Bayar beberapa", "Lunasi": to the gateway's
 * page. A plain form.
 */
export const payOrder = async (data: FormData): Promise<void> => {
  const form = readOrderForm(data)
  const wish = readPayWish(data)
  const renew = data.get('renew') === '1'
  redirect(
    wish
      ? await tryTo({ form, work: () => openPaymentPage(form.token, { ...wish, renew }) })
      : orderPath(form, 'pilihan'),
  )
}

/** "Cek status": asks the gateway once, then shows the order again. A plain form. */
export const askStatus = async (data: FormData): Promise<void> => {
  const form = readOrderForm(data)
  const target = await tryTo({
    form,
    work: async () => {
      await checkOrder(form.token)
      return orderPath(form, 'diperiksa')
    },
  })
  redirect(target)
}
