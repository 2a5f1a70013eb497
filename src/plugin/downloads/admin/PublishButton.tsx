'use client'

import type { ReactElement } from 'react'

import { ConfirmationModal, useDocumentInfo, useFormFields, useModal } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'

const TEXT = {
  en: {
    body: 'Buyers who are entitled get this version and a mail about it. From then on it does not change any more.',
    button: 'Publish release',
    done: 'Published. The packages are being built.',
    heading: 'Publish this release?',
    isOut: 'Published: what buyers have does not change any more.',
  },
  id: {
    body: 'Pembeli yang berhak menerima versi ini beserta emailnya. Setelah terbit, isinya tidak berubah lagi.',
    button: 'Terbitkan rilis',
    done: 'Sudah terbit. Paket pembeli sedang dibuat.',
    heading: 'Terbitkan rilis ini?',
    isOut: 'Sudah terbit: yang dimiliki pembeli tidak berubah lagi.',
  },
}

const MODAL = 'lunas-publish-release'

/** Publishes the release that is open, after a question: it cannot be taken back. */
export const PublishButton = (): null | ReactElement => {
  const { collectionSlug, id } = useDocumentInfo()
  const text = TEXT[usePanelLocale()]
  const { openModal } = useModal()
  const { isBusy, run } = useShopDeed()
  const publishedAt = useFormFields(([fields]) => fields.publishedAt?.value)
  if (id === undefined || !collectionSlug) {
    return null
  }
  if (publishedAt) {
    return <span className="lunas-release__out">{text.isOut}</span>
  }
  const path = `/${collectionSlug}/${id}/publish`
  return (
    <>
      <button
        className="btn btn--style-secondary btn--size-medium"
        disabled={isBusy}
        onClick={() => openModal(MODAL)}
        type="button"
      >
        {text.button}
      </button>
      <ConfirmationModal
        body={text.body}
        confirmLabel={text.button}
        heading={text.heading}
        modalSlug={MODAL}
        onConfirm={() => run({ done: text.done, path })}
      />
    </>
  )
}
