'use client'

import type { ReactElement } from 'react'

import { useRef } from 'react'

import type { BroughtKind } from '../staff/uploads'
import type { Desk } from './desk'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopForm } from '../../kernel/admin/useShopForm'
import { SPK_TEXTS } from './spkTexts'

/** Uploads a file for an agreement. */
export const BringForm = ({ as, desk }: { as: BroughtKind; desk: Desk }): ReactElement => {
  const text = SPK_TEXTS[usePanelLocale()]
  const frame = useRef<HTMLDivElement>(null)
  const { error, isBusy, send } = useShopForm()
  const submit = (): void => {
    const form = frame.current?.querySelector('form')
    if (form) {
      void send({ done: text.brought, form, path: `${desk.path}/files` })
    }
  }
  const accept = as === 'stamped' || as === 'final' ? 'application/pdf' : 'application/pdf,image/*'
  return (
    <div ref={frame}>
      <PanelForm isBusy={isBusy} label={text.bring} onSubmit={submit}>
        <input name="as" type="hidden" value={as} />
        <input name="state" type="hidden" value={desk.seen.state} />
        <input name="version" type="hidden" value={desk.seen.version} />
        <PanelField label={text.bringAs[as]}>
          {(control) => <input {...control} accept={accept} name="file" required type="file" />}
        </PanelField>
        <p className="lunas-dialog__error" role="alert">
          {error}
        </p>
      </PanelForm>
    </div>
  )
}
