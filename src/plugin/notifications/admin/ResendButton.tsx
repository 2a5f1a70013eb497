'use client'

import { toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const TEXT = {
  en: { done: 'The message is on its way again', resend: 'Send again' },
  id: { done: 'Pesan dikirim ulang', resend: 'Kirim ulang' },
}

type Answer = { errors?: { message: string }[] }

/** Sends an undeliverable message again; nothing for all others. */
export const ResendButton = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const state = useFormFields(([fields]) => fields.state?.value)
  const [isBusy, setBusy] = useState(false)
  const locale = i18n.language === 'en' ? 'en' : 'id'
  const resend = async (): Promise<void> => {
    setBusy(true)
    const url = `${config.routes.api}/messages/${String(id)}/resend?locale=${locale}`
    const response = await fetch(url, { method: 'POST' })
    const answer = (await response.json()) as Answer
    setBusy(false)
    if (response.ok) {
      toast.success(TEXT[locale].done)
      router.refresh()
    } else {
      toast.error(answer.errors?.[0]?.message ?? response.statusText)
    }
  }
  if (state !== 'dead') {
    return null
  }
  return (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void resend()}
      type="button"
    >
      {TEXT[locale].resend}
    </button>
  )
}
