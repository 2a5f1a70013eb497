'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import type { AnswerState } from '../conversation/state'
import { localPath, toStoreLocale } from '../i18n/locales'
import { reportFault } from '../shop'
import { ask, type Question } from './questions'

const textOf = (form: FormData, name: string, most: number): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}

const readQuestion = (form: FormData): Question => {
  const body = form.get('body')
  return {
    body: typeof body === 'string' ? body : '',
    item: textOf(form, 'item', 64),
    key: textOf(form, 'key', 64),
    token: textOf(form, 'token', 128),
  }
}

/** "Kirim pertanyaan" on the page of an order. A plain form: it works without JavaScript. */
export const sendQuestion = async (_: AnswerState, data: FormData): Promise<AnswerState> => {
  const question = readQuestion(data)
  const locale = toStoreLocale(data.get('locale'))
  try {
    await ask(question)
  } catch (error) {
    await reportFault(error)
    const t = await getTranslations({ locale, namespace: 'question' })
    const message = isDomainError(error) ? error.messageFor(locale) : t('failed')
    const isAboutText = isDomainError(error) && error.details.field === 'body'
    const values = { body: question.body }
    return isAboutText
      ? { errors: { body: message }, values }
      : { errors: {}, general: message, values }
  }
  redirect(localPath({ locale, path: `/pesanan/${question.token}?kabar=ditanyakan#tanya` }))
}
