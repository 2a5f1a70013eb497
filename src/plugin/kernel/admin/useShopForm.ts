'use client'

import { toast } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { useShopCall } from './useShopCall'

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
  const router = useRouter()
  const { call, isBusy } = useShopCall()
  const [error, setError] = useState('')
  const send = async ({ done, form, path }: Sent): Promise<boolean> => {
    const answer = await call({ body: new FormData(form), path })
    const isDone = answer.error === undefined
    setError(answer.error ?? '')
    if (isDone) {
      toast.success(done)
      router.refresh()
    }
    return isDone
  }
  return { error, isBusy, send }
}
