'use client'

import type { ReactElement } from 'react'

import { toast, useDocumentInfo, useFormFields } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'

import type { Labels } from '../errors/locale'

import { usePanelLocale } from './usePanelLocale'
import { useShopCall } from './useShopCall'

/** A question that a row may be asked: `POST /api/<collection>/:id/<action>` answers `{ outcome }`. */
export type Question = {
  action: string
  busy: Labels
  outcomes: Readonly<Record<string, Labels>>
  /** States in which the answer may still change something. */
  states: readonly string[]
  text: Labels
}

/** Asks, says in a sentence what came of it, and shows the page anew. */
export const AskButton = (props: {
  collection: string
  id: string
  question: Question
  size?: 'medium' | 'small'
  state: string
}): null | ReactElement => {
  const { collection, id, question, size = 'medium', state } = props
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const locale = usePanelLocale()
  const ask = async (): Promise<void> => {
    const path = `/${collection}/${id}/${question.action}`
    const answer = await call<{ outcome: string }>({ path })
    if (answer.error !== undefined) {
      toast.error(answer.error)
      return
    }
    toast.info(question.outcomes[answer.body.outcome]?.[locale] ?? answer.body.outcome)
    router.refresh()
  }
  if (!question.states.includes(state)) {
    return null
  }
  return (
    <button
      className={`btn btn--style-secondary btn--size-${size} lunas-ask`}
      disabled={isBusy}
      onClick={() => void ask()}
      type="button"
    >
      {isBusy ? question.busy[locale] : question.text[locale]}
    </button>
  )
}

/** The same on the page of the row itself. */
export const DocumentAsk = ({ question }: { question: Question }): null | ReactElement => {
  const { collectionSlug, id } = useDocumentInfo()
  const state = useFormFields(([fields]) => fields.state?.value)
  return id !== undefined && collectionSlug && typeof state === 'string' ? (
    <AskButton collection={collectionSlug} id={String(id)} question={question} state={state} />
  ) : null
}
