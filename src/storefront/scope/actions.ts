'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import { localPath } from '../i18n/locales'
import { reportFault } from '../shop'
import { type ScopeNotice, scopeNoticeOf } from './notice'
import { findEmpty, findScopeField, readItem, readScopeForm, type ScopeForm } from './parse'
import { lookNow, renewCode, submit } from './scopes'
import type { ScopeState } from './state'

type Item = Pick<ScopeForm, 'item' | 'locale' | 'token'>

const pageOf = ({ item, locale, token }: Item, news: ScopeNotice): string =>
  localPath({ locale, path: `/pesanan/${token}/lingkup/${item}?kabar=${news}` })

const explain = async (form: ScopeForm, error: unknown): Promise<Omit<ScopeState, 'values'>> => {
  await reportFault(error)
  const t = await getTranslations({ locale: form.locale, namespace: 'scope' })
  if (!isDomainError(error)) {
    return { errors: {}, general: t('failed') }
  }
  const field = findScopeField(error.details.field)
  const message = error.messageFor(form.locale)
  return field ? { errors: { [field]: message } } : { errors: {}, general: message }
}

/** "Simpan dan beri izin". A plain form: a refusal draws the page again with everything that was typed. */
export const sendScope = async (_: ScopeState, data: FormData): Promise<ScopeState> => {
  const form = readScopeForm(data)
  const { values } = form
  const errors = findEmpty(form)
  if (Object.keys(errors).length > 0) {
    return { errors, values }
  }
  try {
    await submit(form)
  } catch (error) {
    return { ...(await explain(form, error)), values }
  }
  redirect(`${pageOf(form, 'tersimpan')}#bukti`)
}

const attempt = async (deed: () => Promise<void>, done: ScopeNotice): Promise<ScopeNotice> => {
  try {
    await deed()
    return done
  } catch (error) {
    await reportFault(error)
    return scopeNoticeOf(error)
  }
}

/** "Periksa sekarang". A plain form. */
export const askForProof = async (data: FormData): Promise<void> => {
  const item = readItem(data)
  redirect(`${pageOf(item, await attempt(() => lookNow(item), 'diperiksa'))}#bukti`)
}

/** "Buat kode baru". A plain form. */
export const askForCode = async (data: FormData): Promise<void> => {
  const item = readItem(data)
  redirect(`${pageOf(item, await attempt(() => renewCode(item), 'kode'))}#bukti`)
}
