'use client'

import type { ReactElement } from 'react'

import { useDocumentInfo } from '@payloadcms/ui'

import { useShopDeed } from '../../kernel/admin/useShopDeed'

/** Does one thing with the message that is open, and says whether it was done. */
export const DeedButton = (props: {
  /** Last part of the deed's address. */
  deed: 'bounced' | 'resend'
  done: string
  label: string
}): ReactElement => {
  const { deed, done, label } = props
  const { id } = useDocumentInfo()
  const { isBusy, run } = useShopDeed()
  return (
    <button
      className="btn btn--style-secondary btn--size-small"
      disabled={isBusy}
      onClick={() => void run({ done, path: `/messages/${String(id)}/${deed}` })}
      type="button"
    >
      {label}
    </button>
  )
}
