'use server'

import { notFound, redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'
import { parseInput } from '@/plugin/kernel/payload'
import {
  askForCorrections,
  confirmContent,
  confirmSchema,
  declineSchema,
  declineSpk,
  remarksSchema,
} from '@/plugin/spk'

import { localPath } from '../i18n/locales'
import { getShop, reportFault } from '../shop'
import { noticeOfRefusal, type SpkNotice } from './notice'
import { noticeAddress, readWhere, spkLoginPath, type SpkWhere } from './place'
import { enterLinkCode, mailLinkCode, openDoor } from './spk'

const textOf = (form: FormData, name: string, most: number): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, most) : ''
}

const versionOf = (form: FormData): number | undefined => {
  const text = textOf(form, 'version', 12)
  return /^\d+$/.test(text) ? Number(text) : undefined
}

/** Where a refusal leads: to the login, to nothing, or back to the page with a word about it. */
const leadRefused = async (where: SpkWhere, error: unknown): Promise<string> => {
  if (isDomainError(error, 'auth.required')) {
    return localPath({ locale: where.locale, path: spkLoginPath(where.place) })
  }
  if (isDomainError(error, 'order.notFound') || isDomainError(error, 'notFound')) {
    return notFound()
  }
  await reportFault(error)
  return noticeAddress(where, noticeOfRefusal(error))
}

const perform = async (
  where: SpkWhere,
  done: SpkNotice,
  work: () => Promise<void>,
): Promise<void> => {
  const target = await work().then(
    () => noticeAddress(where, { kabar: done }),
    (error: unknown) => leadRefused(where, error),
  )
  redirect(target)
}

/** "Data benar": only with the box ticked that stands above it. A plain form. */
export const confirmData = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  if (form.get('agreed') !== '1') {
    return redirect(noticeAddress(where, { kabar: 'setujui' }))
  }
  await perform(where, 'benar', async () => {
    const typed = { hash: textOf(form, 'hash', 64), version: versionOf(form) }
    const body = parseInput(confirmSchema, typed)
    await confirmContent(await getShop(), { body, ...(await openDoor(where.place)) })
  })
}

const REMARK = 'remark:'

const remarksOf = (form: FormData): { field: string; text: string }[] =>
  [...form.entries()].flatMap(([name, value]) =>
    name.startsWith(REMARK) && typeof value === 'string' && value.trim() !== ''
      ? [{ field: name.slice(REMARK.length), text: value }]
      : [],
  )

/** "Kirim catatan": what the customer wants corrected, part by part. A plain form. */
export const sendRemarks = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  await perform(where, 'dicatat', async () => {
    const typed = { remarks: remarksOf(form), version: versionOf(form) }
    const body = parseInput(remarksSchema, typed)
    await askForCorrections(await getShop(), { body, ...(await openDoor(where.place)) })
  })
}

/** "Batalkan SPK", with a reason. A plain form. */
export const declineIt = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  await perform(where, 'dibatalkan', async () => {
    const typed = { reason: textOf(form, 'reason', 2_000), version: versionOf(form) }
    const body = parseInput(declineSchema, typed)
    await declineSpk(await getShop(), { body, ...(await openDoor(where.place)) })
  })
}

/** "Kirim kode ke email". A plain form. */
export const sendCode = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  await perform(where, 'kode', () => mailLinkCode(where.place.word))
}

/** "Lanjut" with the code that came by mail. A plain form. */
export const enterCode = async (form: FormData): Promise<void> => {
  const where = readWhere(form)
  const code = textOf(form, 'code', 20)
  await perform(where, 'kode-benar', () => enterLinkCode({ code, word: where.place.word }))
}
