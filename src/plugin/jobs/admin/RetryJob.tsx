'use client'

import type { ReactElement } from 'react'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const TEXT = {
  en: { done: 'The job runs again', failed: 'That did not work', retry: 'Try again' },
  id: { done: 'Pekerjaan dijalankan lagi', failed: 'Belum berhasil', retry: 'Coba lagi' },
}

/** Gives one dead job new attempts. */
export const RetryJob = (props: { id: string; locale: 'en' | 'id' }): ReactElement => {
  const { id, locale } = props
  const { config } = useConfig()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const text = TEXT[locale]
  const retry = async (): Promise<void> => {
    setBusy(true)
    const url = `${config.routes.api}/dead-jobs/${id}/retry`
    const { ok } = await fetch(url, { method: 'POST' })
    setBusy(false)
    if (ok) {
      toast.success(text.done)
      router.refresh()
    } else {
      toast.error(text.failed)
    }
  }
  return (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void retry()}
      type="button"
    >
      {text.retry}
    </button>
  )
}
