'use client'

import { toast, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'

const TEXT = {
  en: { bounced: 'It came back', done: 'Noted as undeliverable' },
  id: { bounced: 'Email ini kembali', done: 'Dicatat sebagai gagal terkirim' },
}

/** For a mail that was sent: the word that it came back; nothing for all others. */
export const BounceButton = () => {
  const { id } = useDocumentInfo()
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const text = TEXT[usePanelLocale()]
  const isSentMail = useFormFields(
    ([{ channel, state }]) => channel?.value === 'email' && state?.value === 'sent',
  )
  const mark = async (): Promise<void> => {
    const answer = await call({ path: `/messages/${String(id)}/bounced` })
    if (answer.error === undefined) {
      toast.success(text.done)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
  }
  if (!isSentMail) {
    return null
  }
  return (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void mark()}
      type="button"
    >
      {text.bounced}
    </button>
  )
}
