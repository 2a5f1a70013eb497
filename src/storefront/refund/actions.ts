'use server'

import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'

import { isDomainError } from '@/plugin/kernel/errors'

import { localPath, toStoreLocale } from '../i18n/locales'
import { reportFault } from '../shop'
import { askBack, withdraw } from './refunds'
import type { RefundState, WithdrawalState } from './state'

const textOf = (form: FormData, name: string, max: number): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value.slice(0, max) : ''
}

/** "Ajukan". A plain form: a refusal draws the page again with everything that was typed. */
export const sendRefund = async (_: RefundState, data: FormData): Promise<RefundState> => {
  const locale = toStoreLocale(data.get('locale'))
  const token = textOf(data, 'token', 64)
  const values = { account: textOf(data, 'account', 200), reason: textOf(data, 'reason', 5_000) }
  try {
    await askBack({ ...values, key: textOf(data, 'key', 64), token })
  } catch (error) {
    await reportFault(error)
    const t = await getTranslations({ locale, namespace: 'refund' })
    const message = isDomainError(error) ? error.messageFor(locale) : t('failed')
    const field = isDomainError(error) ? error.details.field : undefined
    return field === 'account' || field === 'reason'
      ? { errors: { [field]: message }, values }
      : { errors: {}, general: message, values }
  }
  redirect(localPath({ locale, path: `/pesanan/${token}#pengembalian` }))
}

/** "Batalkan pengajuan". A plain form: a refusal stands beside the button. */
export const takeBack = async (_: WithdrawalState, data: FormData): Promise<WithdrawalState> => {
  const locale = toStoreLocale(data.get('locale'))
  const token = textOf(data, 'token', 64)
  try {
    await withdraw({ number: textOf(data, 'number', 20), token })
  } catch (error) {
    await reportFault(error)
    const t = await getTranslations({ locale, namespace: 'refund' })
    return { refusal: isDomainError(error) ? error.messageFor(locale) : t('withdrawFailed') }
  }
  redirect(localPath({ locale, path: `/pesanan/${token}#pengembalian` }))
}
