'use client'

import { toast, useConfig, useDocumentInfo, useFormFields, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

const TEXT = {
  en: {
    credit: 'Credit to order',
    done: 'Decision recorded',
    keep: 'Keep as excess',
    markRefund: 'Mark for refund',
    reason: 'Reason (at least 5 letters)',
  },
  id: {
    credit: 'Kreditkan ke pesanan',
    done: 'Keputusan dicatat',
    keep: 'Simpan sebagai kelebihan',
    markRefund: 'Tandai pengembalian dana',
    reason: 'Alasan (minimal 5 huruf)',
  },
}

const DECISIONS = { kept: ['markRefund'], open: ['credit', 'keep', 'markRefund'] } as const

type Decision = 'credit' | 'keep' | 'markRefund'
type Answer = { errors?: { message: string }[] }

/** The three decisions about money under review, each with a reason that stays on record. */
export const ReviewDecision = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const state = useFormFields(([fields]) => fields.state?.value)
  const [reason, setReason] = useState('')
  const [isBusy, setBusy] = useState(false)
  const locale = i18n.language === 'en' ? 'en' : 'id'
  const text = TEXT[locale]
  const decisions: readonly Decision[] =
    state === 'open' || state === 'kept' ? DECISIONS[state] : []
  const decide = async (decision: Decision): Promise<void> => {
    setBusy(true)
    const url = `${config.routes.api}/money-reviews/${String(id)}/decision?locale=${locale}`
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch(url, {
      body: JSON.stringify({ decision, reason }),
      headers,
      method: 'POST',
    })
    const answer = (await response.json()) as Answer
    setBusy(false)
    if (response.ok) {
      toast.success(text.done)
      router.refresh()
    } else {
      toast.error(answer.errors?.[0]?.message ?? response.statusText)
    }
  }
  if (decisions.length === 0) {
    return null
  }
  return (
    <div className="lunas-decision">
      <label htmlFor="lunas-decision-reason">{text.reason}</label>
      <input
        id="lunas-decision-reason"
        maxLength={1000}
        onChange={(event) => setReason(event.target.value)}
        type="text"
        value={reason}
      />
      {decisions.map((decision) => (
        <button
          className="btn btn--style-secondary btn--size-small"
          disabled={isBusy}
          key={decision}
          onClick={() => void decide(decision)}
          type="button"
        >
          {text[decision]}
        </button>
      ))}
    </div>
  )
}
