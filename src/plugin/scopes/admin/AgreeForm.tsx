'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { SCOPE_PANEL } from './scopeTexts'

type AgreeFormProps = {
  isAgreed: boolean
  /** Address of the scope's doors below the API. */
  path: string
  readyOn: string
  /** The revision that the page shows. */
  revision: number
  startsOn: string
}

/** Day and estimate of an analysis, and a few words to the customer. */
export const AgreeForm = (props: AgreeFormProps): ReactElement => {
  const { isAgreed, path, revision } = props
  const [startsOn, setStart] = useState(props.startsOn)
  const [readyOn, setReady] = useState(props.readyOn)
  const [note, setNote] = useState('')
  const { isBusy, run } = useShopDeed()
  const text = SCOPE_PANEL[usePanelLocale()]
  const agree = (): Promise<void> =>
    run({
      body: { note, readyOn, revision, startsOn },
      done: text.done,
      path: `${path}/agreement`,
    })
  return (
    <PanelForm
      isBusy={isBusy}
      label={isAgreed ? text.reschedule : text.agree}
      onSubmit={() => void agree()}
    >
      <PanelField label={text.startsOn}>
        {(control) => (
          <input
            {...control}
            onChange={({ target }) => setStart(target.value)}
            required
            type="date"
            value={startsOn}
          />
        )}
      </PanelField>
      <PanelField hint={text.readyOnHint} label={text.readyOn}>
        {(control) => (
          <input
            {...control}
            min={startsOn || undefined}
            onChange={({ target }) => setReady(target.value)}
            required
            type="date"
            value={readyOn}
          />
        )}
      </PanelField>
      <PanelField label={text.note}>
        {(control) => (
          <textarea
            {...control}
            maxLength={2000}
            onChange={({ target }) => setNote(target.value)}
            rows={2}
            value={note}
          />
        )}
      </PanelField>
    </PanelForm>
  )
}
