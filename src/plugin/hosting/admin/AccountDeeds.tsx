'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import { PanelForm } from '../../kernel/admin/PanelForm'
import { ReasonField } from '../../kernel/admin/ReasonField'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { HOSTING_TEXTS } from './texts'

/** Has the server looked at now. */
export const LookButton = ({ path }: { path: string }): ReactElement => {
  const text = HOSTING_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  return (
    <button
      className="btn btn--style-secondary btn--size-medium"
      disabled={isBusy}
      onClick={() => void run({ done: text.looked, path: `${path}/look` })}
      type="button"
    >
      {text.look}
    </button>
  )
}

/** Proposes the end of a service; why is asked. */
export const TerminateForm = ({ path }: { path: string }): ReactElement => {
  const text = HOSTING_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [reason, setReason] = useState('')
  const propose = (): Promise<void> =>
    run({ body: { reason }, done: text.proposed, path: `${path}/terminate` })
  return (
    <details>
      <summary>{text.propose}</summary>
      <p>{text.proposeHint}</p>
      <PanelForm isBusy={isBusy} isDanger label={text.propose} onSubmit={() => void propose()}>
        <ReasonField
          hint={text.reasonHint}
          label={text.reason}
          maxLength={1000}
          onChange={setReason}
          value={reason}
        />
      </PanelForm>
    </details>
  )
}

/** What can be done about an end that was proposed: the second word, or taking it back. */
export const EndingButtons = (props: { isAgreed: boolean; path: string }): ReactElement => {
  const { isAgreed, path } = props
  const text = HOSTING_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  return (
    <div className="lunas-moves">
      {isAgreed ? null : (
        <button
          className="btn btn--style-error btn--size-medium"
          disabled={isBusy}
          onClick={() => void run({ done: text.agreed, path: `${path}/terminate/agree` })}
          type="button"
        >
          {text.agree}
        </button>
      )}
      <button
        className="btn btn--style-secondary btn--size-medium"
        disabled={isBusy}
        onClick={() => void run({ done: text.withdrawn, path: `${path}/terminate/withdraw` })}
        type="button"
      >
        {text.withdraw}
      </button>
    </div>
  )
}
