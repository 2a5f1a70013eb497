'use client'

import type { ReactElement } from 'react'

import { useDocumentDrawer } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { SESSION_PANEL } from './sessionTexts'

/** Opens the summary of a session beside the page; a new one already knows what it is about. */
export const SummaryButton = (props: {
  collection: string
  id: null | string
  itemId: string
}): ReactElement => {
  const { collection, id, itemId } = props
  const router = useRouter()
  const text = SESSION_PANEL[usePanelLocale()]
  const [Drawer, , { closeDrawer, openDrawer }] = useDocumentDrawer({
    collectionSlug: collection,
    ...(id ? { id } : {}),
  })
  const close = (): void => {
    closeDrawer()
    router.refresh()
  }
  return (
    <>
      <button
        className="btn btn--style-secondary btn--size-medium"
        onClick={openDrawer}
        type="button"
      >
        {id ? text.editSummary : text.writeSummary}
      </button>
      <Drawer initialData={{ orderItem: itemId }} onSave={close} />
    </>
  )
}
