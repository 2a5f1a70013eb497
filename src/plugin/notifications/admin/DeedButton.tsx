'use client'

import type { ReactElement } from 'react'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { useShopCall } from '../../kernel/admin/useShopCall'

/** Does one thing with the message that is open, and says whether it was done. */
export const DeedButton = (props: {
  /** Last part of the deed's address. */
  deed: 'bounced' | 'resend'
  done: string
  label: string
}): ReactElement => {
  const { deed, done, label } = props
  const { id } = useDocumentInfo()
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const run = async (): Promise<void> => {
    const answer = await call({ path: `/messages/${String(id)}/${deed}` })
    if (answer.error === undefined) {
      toast.success(done)
    } else {
      toast.error(answer.error)
    }
    router.refresh()
  }
  return (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void run()}
      type="button"
    >
      {label}
    </button>
  )
}
