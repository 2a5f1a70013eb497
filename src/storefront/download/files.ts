import { headers } from 'next/headers'

import { env } from '@/config/env'
import { deviceOf, issueLink, resendAccess, revealPassword } from '@/plugin/downloads'
import { takeAddressToken } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'

import { findVisitor } from '../account/visitor'
import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { getShop } from '../shop'
import type { FileNotice } from './notice'

/** What a form about files says. */
export type FileForm = { file: string; locale: StoreLocale; token: string }

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Reads such a form; what makes no sense becomes what is nobody's. */
export const readFileForm = (form: FormData): FileForm => {
  const [file, token] = [textOf(form, 'file'), textOf(form, 'token')]
  return {
    file: /^[\da-f-]{36}$/.test(file) ? file : '00000000-0000-0000-0000-000000000000',
    locale: toStoreLocale(form.get('locale')),
    token: /^[\w-]{1,128}$/.test(token) ? token : 'tidak-dikenal',
  }
}

/** Where an order's files stand on its page. */
export const filesPath = ({ locale, token }: FileForm, notice: FileNotice): string =>
  localPath({ locale, path: `/pesanan/${token}?unduhan=${notice}#unduhan` })

/** As generous as the API's own limit, and counted together with it. */
const issueRate = { limit: 60, name: 'downloads.issue', windowSeconds: 600 }

/** Path of a link that begins one download. */
export const openFile = async ({ file, token }: FileForm): Promise<string> => {
  const payload = await getShop()
  const own = await headers()
  await takeAddressToken({ factor: env.RATE_LIMIT_FACTOR, headers: own, payload, rate: issueRate })
  const { url } = await issueLink({
    device: deviceOf({ headers: own, secret: env.PAYLOAD_SECRET }),
    now: clock.now(),
    packageId: file,
    payload,
    token,
  })
  // The shop may be open under another name than its public one: stay there.
  return new URL(url).pathname
}

/** Sends link and password once more, each its own way. */
export const sendAgain = async ({ token }: FileForm): Promise<void> =>
  resendAccess({ now: clock.now(), payload: await getShop(), token })

/** The passwords of an order, for its customer who has typed that of his account. */
export const readPasswords = async (args: {
  password: string
  token: string
}): Promise<{ password: string; title: string }[]> => {
  const visitor = await findVisitor()
  return revealPassword({
    ...args,
    customer: visitor && { email: visitor.email, id: visitor.id, label: visitor.name },
    headers: new Headers(await headers()),
    payload: await getShop(),
  })
}
