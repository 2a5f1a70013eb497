'use client'

import type { ReactElement } from 'react'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'

const TEXT = {
  en: { hint: 'As last saved, with a sample order.', show: 'Preview (DRAF)' },
  id: { hint: 'Sesuai simpanan terakhir, dengan pesanan contoh.', show: 'Pratinjau (DRAF)' },
}

/** Opens what a saved template makes of a sample order. */
export const TemplatePreview = (): null | ReactElement => {
  const { config } = useConfig()
  const { collectionSlug, id } = useDocumentInfo()
  const text = TEXT[usePanelLocale()]
  return id === undefined || !collectionSlug ? null : (
    <div className="field-type">
      <a
        className="btn btn--style-secondary btn--size-medium"
        href={`${config.routes.api}/${collectionSlug}/${id}/preview`}
        rel="noreferrer"
        target="_blank"
      >
        {text.show}
      </a>
      <p className="field-description">{text.hint}</p>
    </div>
  )
}
