'use client'

import type { ReactElement } from 'react'

import { toast, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { HOSTING_TEXTS } from './texts'

type Tested = { result: { isGood: boolean; note: string } }

/** *Uji koneksi*: speaks to the server as it was last saved, and says what came of it. */
export const TestButton = (): null | ReactElement => {
  const { collectionSlug, id } = useDocumentInfo()
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const text = HOSTING_TEXTS[usePanelLocale()]
  if (id === undefined || !collectionSlug) {
    return null
  }
  const test = async (): Promise<void> => {
    const answer = await call<Tested>({ path: `/${collectionSlug}/${id}/test` })
    if (answer.error !== undefined) {
      toast.error(answer.error)
    } else if (answer.body.result.isGood) {
      toast.success(answer.body.result.note)
    } else {
      toast.error(answer.body.result.note)
    }
    router.refresh()
  }
  return (
    <button
      className="btn btn--style-secondary btn--size-medium"
      disabled={isBusy}
      onClick={() => void test()}
      type="button"
    >
      {isBusy ? text.testing : text.test}
    </button>
  )
}
