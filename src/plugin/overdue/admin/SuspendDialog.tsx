'use client'

import type { FormEvent, ReactElement } from 'react'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'

import type { BulkResult } from '../actions/obstacle'

import { PanelDialog } from '../../kernel/admin/PanelDialog'
import { ReasonField } from '../../kernel/admin/ReasonField'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopCall } from '../../kernel/admin/useShopCall'
import { OUTCOME_WORDS } from '../words'
import { DialogActions } from './DialogActions'
import { type BulkDialogProps, countOutcomes, Outcomes } from './Outcomes'
import { OVERDUE_TEXTS } from './overdueTexts'

type Answered = { result: BulkResult[] }

const Foreseen = ({ results }: { results: readonly BulkResult[] }): ReactElement => {
  const locale = usePanelLocale()
  return (
    <div aria-live="polite">
      <p>
        <strong>{OVERDUE_TEXTS[locale].willBe}</strong>
      </p>
      <ul className="lunas-outcomes">
        {countOutcomes(results).map(({ count, outcome }) => (
          <li key={outcome}>
            <span>{OUTCOME_WORDS.suspend[outcome][locale]}</span>
            <strong>{count}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Confirms suspensions of many contracts: first how many can be, then why, then what became of each. */
export const SuspendDialog = ({ lines, onClose, path }: BulkDialogProps): ReactElement => {
  const text = OVERDUE_TEXTS[usePanelLocale()]
  const { call, isBusy } = useShopCall()
  const router = useRouter()
  const [chosen] = useState(lines)
  const [foreseen, setForeseen] = useState<BulkResult[]>()
  const [results, setResults] = useState<BulkResult[]>()
  const [reason, setReason] = useState('')
  const [error, setError] = useState('')
  const orderIds = chosen.map(({ orderId }) => orderId)
  const ask = async (to: string, body: object, take: (found: BulkResult[]) => void) => {
    const answer = await call<Answered>({ body, path: `${path}/${to}` })
    setError(answer.error ?? '')
    if (answer.error === undefined) {
      take(answer.body.result)
    }
  }
  const hasAsked = useRef(false)
  useEffect(() => {
    if (!hasAsked.current) {
      hasAsked.current = true
      void ask('suspend/preview', { orderIds }, setForeseen)
    }
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    void ask('suspend', { orderIds, reason }, (found) => {
      setResults(found)
      router.refresh()
    })
  }
  const canSuspend = foreseen?.some(({ outcome }) => outcome === 'done') ?? false
  return (
    <PanelDialog onClose={onClose} title={`${text.suspend} (${chosen.length})`}>
      {(close) =>
        results ? (
          <Outcomes about="suspend" lines={chosen} onClose={close} results={results} />
        ) : (
          <form onSubmit={submit}>
            {foreseen ? <Foreseen results={foreseen} /> : null}
            <p>{text.suspendHint}</p>
            <ReasonField
              hint={text.reasonHint}
              label={text.reason}
              maxLength={1000}
              onChange={setReason}
              rows={3}
              value={reason}
            />
            <p className="lunas-dialog__error" role="alert">
              {error}
            </p>
            <DialogActions
              isBusy={isBusy}
              isClosed={!canSuspend}
              isDanger
              label={text.suspend}
              onBack={close}
            />
          </form>
        )
      }
    </PanelDialog>
  )
}
