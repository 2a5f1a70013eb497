'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { usePanelLocale } from './usePanelLocale'

type Refusal = { errors?: { message?: string }[] }

const TEXT = {
  en: 'The shop cannot be reached. Please check your connection.',
  id: 'Toko tidak dapat dihubungi. Periksa sambungan internet Anda.',
}

type Sent = {
  /** What is said on success. */
  done: string
  form: HTMLFormElement
  path: string
}

/** Sends a form with its files to the shop's own API from the panel; a refusal stays beside the form. */
export const useShopForm = (): {
  /** Why it was refused; empty when it was not. */
  error: string
  isBusy: boolean
  /** Answers whether it was taken. */
  send: (sent: Sent) => Promise<boolean>
} => {
  const locale = usePanelLocale()
  const { config } = useConfig()
  const router = useRouter()
  const [error, setError] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async ({ done, form, path }: Sent): Promise<boolean> => {
    setBusy(true)
    const url = `${config.routes.api}${path}?locale=${locale}`
    const answer = await fetch(url, { body: new FormData(form), method: 'POST' })
      .then(async (response) => ({ isDone: response.ok, ...((await response.json()) as Refusal) }))
      .catch((): { isDone: boolean } & Refusal => ({ isDone: false }))
    setBusy(false)
    setError(answer.isDone ? '' : (answer.errors?.[0]?.message ?? TEXT[locale]))
    if (answer.isDone) {
      toast.success(done)
      router.refresh()
    }
    return answer.isDone
  }
  return { error, isBusy, send }
}
