'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { ReasonField as Reason } from '../../kernel/admin/ReasonField'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { CONTRACT_TEXTS } from './contractTexts'

type Way = { orderId: string; path: string }

/** Why; the customer reads it. */
export const ReasonField = (props: {
  hint: string
  onChange: (reason: string) => void
  value: string
}): ReactElement => {
  const text = CONTRACT_TEXTS[usePanelLocale()]
  return <Reason label={text.reason} maxLength={1000} {...props} />
}

type GrantProps = {
  /** First and last WIB day until which it may run. */
  first: string
  last: string
  lastWords: string
  /** What the customer asked for. */
  wished: null | string
} & Way

const GrantForm = (props: GrantProps): ReactElement => {
  const { first, last, lastWords, orderId, path, wished } = props
  const text = CONTRACT_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [until, setUntil] = useState(wished && wished >= first ? wished : '')
  const [reason, setReason] = useState('')
  const grant = (): Promise<void> =>
    run({ body: { orderId, reason, until }, done: text.granted, path: `${path}/grant` })
  return (
    <details open={wished !== null}>
      <summary>{text.grant}</summary>
      <PanelForm isBusy={isBusy} label={text.grant} onSubmit={() => void grant()}>
        <PanelField hint={text.grantHint(lastWords)} label={text.until}>
          {(control) => (
            <input
              {...control}
              max={last}
              min={first}
              onChange={({ target }) => setUntil(target.value)}
              required
              type="date"
              value={until}
            />
          )}
        </PanelField>
        <ReasonField hint={text.reasonHint} onChange={setReason} value={reason} />
      </PanelForm>
    </details>
  )
}

const DecisionForm = (props: { deed: 'decline' | 'withdraw' } & Way): ReactElement => {
  const { deed, orderId, path } = props
  const text = CONTRACT_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [reason, setReason] = useState('')
  const done = deed === 'decline' ? text.declined : text.withdrawn
  const decide = (): Promise<void> =>
    run({ body: { orderId, reason }, done, path: `${path}/${deed}` })
  return (
    <details>
      <summary>{text[deed]}</summary>
      <PanelForm isBusy={isBusy} isDanger label={text[deed]} onSubmit={() => void decide()}>
        <ReasonField hint={text[`${deed}Hint`]} onChange={setReason} value={reason} />
      </PanelForm>
    </details>
  )
}

/** What staff may do about chances now: grant one, decline what was asked for, withdraw a running one. */
export const ChanceForms = (
  props: { canGrant: boolean; isRequested: boolean; isRunning: boolean } & GrantProps,
): ReactElement => {
  const { canGrant, isRequested, isRunning, ...grant } = props
  const { orderId, path } = grant
  return (
    <div className="lunas-contract__forms">
      {canGrant ? <GrantForm {...grant} /> : null}
      {isRequested ? <DecisionForm deed="decline" orderId={orderId} path={path} /> : null}
      {isRunning ? <DecisionForm deed="withdraw" orderId={orderId} path={path} /> : null}
    </div>
  )
}
