'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import type { AnswerState } from '../conversation/state'
import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { reportFault } from '../shop'
import { findEmpty, findReportField, readPostForm, readReportForm, type ReportForm } from './parse'
import { report, say, sayItIsSolved } from './problems'
import type { ReportState } from './state'

const pageOf = (locale: StoreLocale, token: string, news: string): string =>
  localPath({ locale, path: `/bantuan/${token}?kabar=${news}` })

type Refusal = Omit<ReportState, 'values'>

const explain = async (form: ReportForm, error: unknown): Promise<Refusal> => {
  await reportFault(error)
  const t = await getTranslations({ locale: form.locale, namespace: 'problem' })
  if (!isDomainError(error)) {
    return { errors: {}, general: t('failed') }
  }
  const field = findReportField(error.details.field)
  const message = error.messageFor(form.locale)
  return field ? { errors: { [field]: message } } : { errors: {}, general: message }
}

/** A browser gives no picture back: whoever had chosen some is told, unless one of them is at fault. */
const remindOfPictures = async (form: ReportForm, refusal: Refusal): Promise<Refusal> => {
  const hadPictures = form.pictures.some((file) => typeof file !== 'string' && file.size > 0)
  if (!hadPictures || refusal.errors.screenshots) {
    return refusal
  }
  const t = await getTranslations({ locale: form.locale, namespace: 'problem' })
  return { ...refusal, errors: { ...refusal.errors, screenshots: t('picturesAgain') } }
}

/** "Kirim laporan". A plain form: a refusal draws the page again with everything that was typed. */
export const sendReport = async (_: ReportState, data: FormData): Promise<ReportState> => {
  const form = readReportForm(data)
  const empty = findEmpty(form)
  if (Object.keys(empty).length > 0) {
    return { ...(await remindOfPictures(form, { errors: empty })), values: form.values }
  }
  let token: string
  try {
    token = await report(form)
  } catch (error) {
    return { ...(await remindOfPictures(form, await explain(form, error))), values: form.values }
  }
  redirect(pageOf(form.locale, token, 'terkirim'))
}

/** "Kirim" on the page of a report. */
export const sendPost = async (_: AnswerState, data: FormData): Promise<AnswerState> => {
  const form = readPostForm(data)
  try {
    await say(form)
  } catch (error) {
    await reportFault(error)
    const t = await getTranslations({ locale: form.locale, namespace: 'problem' })
    const message = isDomainError(error) ? error.messageFor(form.locale) : t('failed')
    const isAboutText = isDomainError(error) && error.details.field === 'body'
    const values = { body: form.body }
    return isAboutText
      ? { errors: { body: message }, values }
      : { errors: {}, general: message, values }
  }
  redirect(pageOf(form.locale, form.token, 'terkirim-lagi'))
}

/** "Sudah beres". A plain form. */
export const markSolved = async (data: FormData): Promise<void> => {
  const { token } = readPostForm(data)
  const locale = toStoreLocale(data.get('locale'))
  let news = 'selesai'
  try {
    await sayItIsSolved(token)
  } catch (error) {
    await reportFault(error)
    news = 'gangguan'
  }
  redirect(pageOf(locale, token, news))
}
