'use client'

import { toast, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'

const TEXT = {
  en: {
    blocked: 'The browser blocked the new window. Please allow it for this page.',
    done: 'Noted as sent',
    open: 'Open in WhatsApp',
    sent: 'I have sent it',
  },
  id: {
    blocked: 'Peramban memblokir jendela baru. Izinkan untuk halaman ini.',
    done: 'Dicatat sebagai terkirim',
    open: 'Buka di WhatsApp',
    sent: 'Sudah saya kirim',
  },
}

const WAITING = ['manual', 'opened']

/** For a message that a person sends: WhatsApp with the text ready, and the word that it was sent. */
export const HandButtons = () => {
  const { id } = useDocumentInfo()
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const text = TEXT[usePanelLocale()]
  const state = useFormFields(([fields]) => fields.state?.value)
  const open = async (): Promise<void> => {
    const answer = await call<{ url: string }>({ path: `/messages/${String(id)}/open` })
    if (answer.error !== undefined) {
      toast.error(answer.error)
    } else {
      // Asked for with `noopener`, a browser never says whether the window came.
      const opened = window.open(answer.body.url, '_blank')
      if (opened) {
        opened.opener = null
      } else {
        toast.info(text.blocked)
      }
    }
    router.refresh()
  }
  const markSent = async (): Promise<void> => {
    const answer = await call({ path: `/messages/${String(id)}/sent` })
    if (answer.error === undefined) {
      toast.success(text.done)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
  }
  if (!WAITING.includes(String(state))) {
    return null
  }
  const look = 'btn btn--size-small'
  return (
    <>
      <button
        className={`${look} btn--style-primary`}
        disabled={isBusy}
        onClick={() => void open()}
        type="button"
      >
        {text.open}
      </button>
      <button
        className={`${look} btn--style-secondary`}
        disabled={isBusy}
        onClick={() => void markSent()}
        type="button"
      >
        {text.sent}
      </button>
    </>
  )
}
