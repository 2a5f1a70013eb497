'use client'

import type { ReactElement } from 'react'

import { ConfirmationModal, useModal } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { REPORT_PANEL } from './reportTexts'

const MODAL = 'lunas-issue-report'

/** Issues the next revision, after a question: what was issued is not taken back. */
export const IssueButton = ({ path }: { path: string }): ReactElement => {
  const text = REPORT_PANEL[usePanelLocale()]
  const { openModal } = useModal()
  const { isBusy, run } = useShopDeed()
  return (
    <>
      <button
        className="btn btn--style-primary btn--size-medium"
        disabled={isBusy}
        onClick={() => openModal(MODAL)}
        type="button"
      >
        {text.issue}
      </button>
      <ConfirmationModal
        body={text.issueBody}
        confirmLabel={text.issue}
        heading={text.issueHeading}
        modalSlug={MODAL}
        onConfirm={() => run({ done: text.issued, path })}
      />
    </>
  )
}
