'use client'

import { useFormFields } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { DeedButton } from './DeedButton'

const TEXT = {
  en: { done: 'Noted as undeliverable', label: 'It came back' },
  id: { done: 'Dicatat sebagai gagal terkirim', label: 'Email ini kembali' },
}

/** For a mail that was sent: the word that it came back; nothing for all others. */
export const BounceButton = () => {
  const locale = usePanelLocale()
  const isSentMail = useFormFields(
    ([{ channel, state }]) => channel?.value === 'email' && state?.value === 'sent',
  )
  return isSentMail ? <DeedButton deed="bounced" {...TEXT[locale]} /> : null
}
