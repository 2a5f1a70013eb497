'use client'

import { useDocumentInfo, useFormFields } from '@payloadcms/ui'

import { WAITING_FOR_A_HAND } from '../states'
import { useByHand } from './useByHand'

/** For a message that a person sends: WhatsApp with the text ready, and the word that it was sent. */
export const HandButtons = () => {
  const { id } = useDocumentInfo()
  const { isBusy, markSent, open, text } = useByHand()
  const state = useFormFields(([fields]) => fields.state?.value)
  if (!WAITING_FOR_A_HAND.some((each) => each === state)) {
    return null
  }
  const look = 'btn btn--size-small'
  return (
    <>
      <button
        className={`${look} btn--style-primary`}
        disabled={isBusy}
        onClick={() => void open(String(id))}
        type="button"
      >
        {text.open}
      </button>
      <button
        className={`${look} btn--style-secondary`}
        disabled={isBusy}
        onClick={() => void markSent(String(id))}
        type="button"
      >
        {text.sent}
      </button>
    </>
  )
}
