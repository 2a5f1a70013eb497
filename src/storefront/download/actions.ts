'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import { reportFault } from '../shop'
import { filesPath, readFileForm, readPasswords, sendAgain } from './files'
import { fileNoticeOf } from './notice'
import type { PasswordState } from './state'

/** "Kirim ulang akses". A plain form. */
export const resendFiles = async (data: FormData): Promise<void> => {
  const form = readFileForm(data)
  const notice = await sendAgain(form).then(
    () => 'terkirim' as const,
    async (error: unknown) => {
      await reportFault(error)
      return fileNoticeOf(error)
    },
  )
  redirect(filesPath(form, notice))
}

/** "Tampilkan kata sandi paket": the customer proves who he is, and sees it. Nothing is kept. */
export const showPassword = async (_: PasswordState, data: FormData): Promise<PasswordState> => {
  const { locale, token } = readFileForm(data)
  const typed = data.get('password')
  try {
    const password = typeof typed === 'string' ? typed : ''
    return { passwords: await readPasswords({ password, token }) }
  } catch (error) {
    await reportFault(error)
    const t = await getTranslations({ locale, namespace: 'download' })
    const message = isDomainError(error) ? error.messageFor(locale) : t('noticeError')
    return { error: message, passwords: [] }
  }
}
