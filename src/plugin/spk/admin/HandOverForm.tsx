'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import type { Desk } from './desk'
import { Lines } from './Line'
import { SPK_TEXTS } from './spkTexts'

/** Hands the agreement to a colleague with a note (F1). */
export const HandOverForm = (props: {
  desk: Desk
  workers: readonly { id: string; name: string }[]
}): ReactElement => {
  const { desk, workers } = props
  const text = SPK_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [to, setTo] = useState('')
  const [note, setNote] = useState('')
  const submit = (): Promise<void> =>
    run({
      body: { note, seen: desk.seen, to },
      done: text.handOverDone,
      onDone: () => setNote(''),
      path: `${desk.path}/handover`,
    })
  return (
    <PanelForm isBusy={isBusy} label={text.handOver} onSubmit={() => void submit()}>
      <PanelField label={text.handOverTo}>
        {(control) => (
          <select
            {...control}
            className="lunas-select"
            onChange={({ target }) => setTo(target.value)}
            required
            value={to}
          >
            <option value="">–</option>
            {workers.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </PanelField>
      <Lines
        hint={text.handOverHint}
        isRequired
        label={text.handOverNote}
        maxLength={2_000}
        onChange={setNote}
        value={note}
      />
    </PanelForm>
  )
}
