'use server'

import { redirect } from 'next/navigation'

import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { reportFault } from '../shop'
import { refusalCodeOf } from './refusal'
import { pickSessionTime } from './times'

type PickForm = {
  item: string
  locale: StoreLocale
  reason: string
  startsAt: string
  token: string
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const readPick = (form: FormData): PickForm => ({
  item: textOf(form, 'item'),
  locale: toStoreLocale(form.get('locale')),
  reason: textOf(form, 'reason').trim(),
  startsAt: textOf(form, 'startsAt'),
  token: /^[\w-]{1,128}$/.test(textOf(form, 'token')) ? textOf(form, 'token') : 'tidak-dikenal',
})

const pick = async (form: PickForm): Promise<string> => {
  const order = `/pesanan/${form.token}`
  try {
    await pickSessionTime(form)
    return `${order}?kabar=jadwal#sesi`
  } catch (error) {
    await reportFault(error)
    const item = /^[\w-]{1,64}$/.test(form.item) ? form.item : 'tidak-dikenal'
    return `${order}/jadwal/${item}?ditolak=${refusalCodeOf(error)}`
  }
}

/** "Simpan waktu ini": a plain form. */
export const pickTimeOfSession = async (data: FormData): Promise<void> => {
  const form = readPick(data)
  redirect(localPath({ locale: form.locale, path: await pick(form) }))
}
