'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { PanelForm, ReasonField } from './fields'
import { SESSION_PANEL } from './sessionTexts'

/** Calls a session off. */
export const CancelForm = ({
  onDone,
  path,
}: {
  onDone: () => void
  path: string
}): ReactElement => {
  const [reason, setReason] = useState('')
  const { isBusy, run } = useShopDeed()
  const text = SESSION_PANEL[usePanelLocale()]
  const cancel = (): Promise<void> =>
    run({ body: { reason }, done: text.done, onDone, path: `${path}/cancel` })
  return (
    <PanelForm isBusy={isBusy} isDanger label={text.cancel} onSubmit={() => void cancel()}>
      <p>{text.cancelHint}</p>
      <ReasonField onChange={setReason} value={reason} />
    </PanelForm>
  )
}
