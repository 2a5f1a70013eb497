'use client'

import { useFormFields } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { DeedButton } from './DeedButton'

const TEXT = {
  en: { done: 'The message is on its way again', label: 'Send again' },
  id: { done: 'Pesan dikirim ulang', label: 'Kirim ulang' },
}

/** Sends an undeliverable message again; nothing for all others. */
export const ResendButton = () => {
  const locale = usePanelLocale()
  const state = useFormFields(([fields]) => fields.state?.value)
  return state === 'dead' ? <DeedButton deed="resend" {...TEXT[locale]} /> : null
}
