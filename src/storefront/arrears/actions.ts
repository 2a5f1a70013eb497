'use server'

import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'
import type { Choice } from '@/plugin/overdue'

import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { noticeOf } from '../order/notice'
import { openPaymentPage, reportFault } from '../shop'
import { recordChoice, recordWish } from './arrears'
import { type ArrearsNotice, arrearsNoticeOf } from './notice'
import { choicePath, loginPath } from './paths'
import type { ChanceState } from './state'

type Where = { locale: StoreLocale; token: string }

const textOf = (form: FormData, name: string, most: number): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}

const readWhere = (form: FormData): Where => ({
  locale: toStoreLocale(form.get('locale')),
  token: textOf(form, 'token', 128),
})

const noticePath = ({ token }: Where, notice: ArrearsNotice): string =>
  `${choicePath(token)}?kabar=${notice}`

/** Where a refusal leads: to the login, to nothing, or back to the page with a word about it. */
const leadRefused = async (where: Where, error: unknown): Promise<string> => {
  if (isDomainError(error, 'auth.required')) {
    return loginPath(where.token)
  }
  if (isDomainError(error, 'order.notFound') || isDomainError(error, 'overdue.noContract')) {
    return notFound()
  }
  await reportFault(error)
  return noticePath(where, arrearsNoticeOf(error))
}

/** Records the choice; answers where a refusal leads, or undefined when it is recorded. */
const tryToChoose = async (form: FormData, choice: Choice): Promise<string | undefined> => {
  const where = readWhere(form)
  try {
    const [seen, text] = [textOf(form, 'seen', 40), textOf(form, 'text', 20)]
    await recordChoice({ choice, seen, text, token: where.token })
    return undefined
  } catch (error) {
    return leadRefused(where, error)
  }
}

const findPaymentPage = async (token: string): Promise<{ path: string } | { url: string }> => {
  try {
    return { url: await openPaymentPage(token) }
  } catch (error) {
    await reportFault(error)
    return { path: `/pesanan/${token}?kabar=${noticeOf(error)}` }
  }
}

/** "Bayar" on the choice page: records the choice, then leads to the gateway. A plain form. */
export const choosePay = async (form: FormData): Promise<void> => {
  const { locale, token } = readWhere(form)
  const refused = await tryToChoose(form, 'pay')
  const target = refused === undefined ? await findPaymentPage(token) : { path: refused }
  redirect('url' in target ? target.url : localPath({ locale, path: target.path }))
}

/** "Ya, tangguhkan layanan": only with the box ticked that stands beside it. A plain form. */
export const chooseSuspend = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  const { locale, token } = where
  if (form.get('agreed') !== '1') {
    const path = `${choicePath(token)}?langkah=tangguhkan&kabar=setujui`
    return redirect(localPath({ locale, path }))
  }
  const refused = await tryToChoose(form, 'suspend')
  redirect(localPath({ locale, path: refused ?? noticePath(where, 'ditangguhkan') }))
}

const explain = async (error: unknown, locale: StoreLocale): Promise<ChanceState> => {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  if (!isDomainError(error)) {
    return { errors: {}, general: t('noticeError'), values: {} }
  }
  const message = error.messageFor(locale)
  const { field } = error.details
  if (field === 'until') {
    return { errors: { until: message }, values: {} }
  }
  return field === 'reason' || field === 'wish'
    ? { errors: { wish: message }, values: {} }
    : { errors: {}, general: message, values: {} }
}

/** "Minta perpanjangan waktu". A plain form: a refusal draws the page again with what was typed. */
export const sendWish = async (_: ChanceState, form: FormData): Promise<ChanceState> => {
  const where = readWhere(form)
  const { locale, token } = where
  const values = { until: textOf(form, 'until', 20), wish: textOf(form, 'wish', 2_000) }
  try {
    await recordWish({ ...values, token })
  } catch (error) {
    if (isDomainError(error, 'auth.required')) {
      redirect(localPath({ locale, path: loginPath(token) }))
    }
    await reportFault(error)
    return { ...(await explain(error, locale)), values }
  }
  redirect(localPath({ locale, path: noticePath(where, 'diminta') }))
}
