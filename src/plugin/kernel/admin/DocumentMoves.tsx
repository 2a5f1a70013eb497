'use client'

import type { ReactElement } from 'react'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'

import { MoveButtons, type MoveButtonsProps } from './MoveButtons'

/** The moves of the document that is open in the panel. */
export const DocumentMoves = (
  props: Pick<MoveButtonsProps, 'buttons' | 'optional'>,
): null | ReactElement => {
  const { collectionSlug, id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields.state?.value)
  if (id === undefined || !collectionSlug || typeof state !== 'string') {
    return null
  }
  return <MoveButtons {...props} collection={collectionSlug} id={String(id)} state={state} />
}
