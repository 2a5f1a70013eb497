import { headers } from 'next/headers'

import { env } from '@/config/env'
import { takeAddressToken } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { askRetest, issueReportLink, resendReport, revealReportPassword } from '@/plugin/reports'

import { findVisitor } from '../account/visitor'
import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'
import { getShop } from '../shop'
import type { ReportNotice } from './notice'

/** What a form about a report says. */
export type ReportForm = { item: string; locale: StoreLocale; report: string; token: string }

const NOBODY = '00000000-0000-0000-0000-000000000000'

const idOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' && /^[\da-f-]{36}$/.test(value) ? value : NOBODY
}

/** Reads such a form; what makes no sense becomes what is nobody's. */
export const readReportForm = (form: FormData): ReportForm => {
  const token = form.get('token')
  return {
    item: idOf(form, 'item'),
    locale: toStoreLocale(form.get('locale')),
    report: idOf(form, 'report'),
    token: typeof token === 'string' && /^[\w-]{1,128}$/.test(token) ? token : 'tidak-dikenal',
  }
}

/** Where an order's report stands on its page. */
export const reportPath = (
  { locale, token }: Pick<ReportForm, 'locale' | 'token'>,
  notice: ReportNotice,
): string => localPath({ locale, path: `/pesanan/${token}?laporan=${notice}#laporan` })

/** As generous as the API's own limits, and counted together with them. */
const rates = {
  issue: { limit: 60, name: 'reports.issue', windowSeconds: 600 },
  retest: { limit: 20, name: 'reports.retest', windowSeconds: 600 },
}

const takeToken = async (rate: (typeof rates)[keyof typeof rates]): Promise<void> => {
  const payload = await getShop()
  await takeAddressToken({
    factor: env.RATE_LIMIT_FACTOR,
    headers: await headers(),
    payload,
    rate,
  })
}

/** Path of a link to a report. */
export const openReport = async ({ report: reportId, token }: ReportForm): Promise<string> => {
  await takeToken(rates.issue)
  const payload = await getShop()
  const { url } = await issueReportLink({ now: clock.now(), payload, reportId, token })
  // The shop may be open under another name than its public one: stay there.
  return new URL(url).pathname
}

/** Sends the way and the password once more, each its own way. */
export const sendReportAgain = async ({ token }: ReportForm): Promise<void> =>
  resendReport({ now: clock.now(), payload: await getShop(), token })

/** The customer has mended what was found. */
export const wantRetest = async ({ item, token }: ReportForm): Promise<void> => {
  await takeToken(rates.retest)
  await askRetest(await getShop(), { item, token })
}

/** The passwords of an order's reports, for its customer who has typed that of his account. */
export const readReportPasswords = async (args: {
  password: string
  token: string
}): Promise<{ password: string; revision: number; title: string }[]> => {
  const visitor = await findVisitor()
  return revealReportPassword({
    ...args,
    customer: visitor && { email: visitor.email, id: visitor.id, label: visitor.name },
    headers: new Headers(await headers()),
    payload: await getShop(),
  })
}
