'use client'

import type { ReactElement, ReactNode } from 'react'

import { useDocumentDrawer } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

/** Opens a document beside the page, in Payload's own editor; a new one already knows what it is about. */
export const DocumentButton = (props: {
  children: ReactNode
  className?: string
  collection: string
  fulfilmentId: string
  id: null | string
}): ReactElement => {
  const { children, className, collection, fulfilmentId, id } = props
  const router = useRouter()
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
        className={className ?? 'btn btn--style-secondary btn--size-medium'}
        onClick={openDrawer}
        type="button"
      >
        {children}
      </button>
      <Drawer initialData={{ fulfilment: fulfilmentId }} onDelete={close} onSave={close} />
    </>
  )
}
