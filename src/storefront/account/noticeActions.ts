'use server'

import { redirect } from 'next/navigation'

import { localPath, toStoreLocale } from '../i18n/locales'
import { markOwnNotices, openOwnNotice } from './notices'

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const listOf = (form: FormData): string => {
  const page = textOf(form, 'page')
  const query = /^[1-9]\d{0,3}$/.test(page) && page !== '1' ? `?halaman=${page}` : ''
  return localPath({
    locale: toStoreLocale(form.get('locale')),
    path: `/akun/notifikasi${query}`,
  })
}

/** "Tandai sudah dibaca", one or all, and back again. */
export const markNotice = async (form: FormData): Promise<void> => {
  await markOwnNotices({ id: textOf(form, 'id'), isRead: textOf(form, 'isRead') === '1' })
  redirect(listOf(form))
}

/** Opens what a notice is about, and marks it as read. */
export const followNotice = async (form: FormData): Promise<void> => {
  const locale = toStoreLocale(form.get('locale'))
  const url = await openOwnNotice({ id: textOf(form, 'id'), locale })
  redirect(url ?? listOf(form))
}
