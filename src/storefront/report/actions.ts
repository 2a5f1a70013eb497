'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import type { PasswordState } from '../download/state'
import { reportFault } from '../shop'
import { type ReportNotice, reportNoticeOf } from './notice'
import {
  readReportForm,
  readReportPasswords,
  type ReportForm,
  reportPath,
  sendReportAgain,
  wantRetest,
} from './reports'

const press = async (
  data: FormData,
  args: { done: ReportNotice; work: (form: ReportForm) => Promise<void> },
): Promise<string> => {
  const form = readReportForm(data)
  const notice = await args.work(form).then(
    () => args.done,
    async (error: unknown) => {
      await reportFault(error)
      return reportNoticeOf(error)
    },
  )
  return reportPath(form, notice)
}

/** "Kirim ulang akses". A plain form. */
export const resendReports = async (data: FormData): Promise<void> => {
  redirect(await press(data, { done: 'terkirim', work: sendReportAgain }))
}

/** "Minta uji ulang". A plain form. */
export const askForRetest = async (data: FormData): Promise<void> => {
  redirect(await press(data, { done: 'uji-ulang', work: wantRetest }))
}

/** "Tampilkan kata sandi laporan": the customer proves who he is, and sees it. Nothing is kept. */
export const showReportPassword = async (
  _: PasswordState,
  data: FormData,
): Promise<PasswordState> => {
  const { locale, token } = readReportForm(data)
  const t = await getTranslations({ locale, namespace: 'report' })
  const typed = data.get('password')
  try {
    const password = typeof typed === 'string' ? typed : ''
    const passwords = await readReportPasswords({ password, token })
    return {
      passwords: passwords.map(({ password: word, revision, title }) => ({
        password: word,
        title: t('passwordOf', { revision, title }),
      })),
    }
  } catch (error) {
    await reportFault(error)
    const message = isDomainError(error) ? error.messageFor(locale) : t('noticeError')
    return { error: message, passwords: [] }
  }
}
