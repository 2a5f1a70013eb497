'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'
import { flushSync } from 'react-dom'

import type { PanelButton } from '../../kernel/machine'
import type { ByHandRow } from './toByHandRow'

import { MoveDialog } from '../../kernel/admin/MoveDialog'
import { ByHandCard } from './ByHandCard'
import { BY_HAND_TEXTS } from './byHandTexts'
import { findNextFocus, HEADING_ID } from './nextFocus'
import { useByHand } from './useByHand'

const focusOn = (id: string): void => document.getElementById(id)?.focus()

const { en, id: indonesian } = BY_HAND_TEXTS

const ALL_SENT: PanelButton = {
  asks: [],
  by: ['admin', 'owner'],
  consequence: { en: en.allSentConsequence, id: indonesian.allSentConsequence },
  danger: false,
  event: 'markSent',
  from: ['opened'],
  text: { en: en.allSent, id: indonesian.allSent },
}

/** The messages of one page; each deed leads on to the next message. */
export const ByHandList = ({ rows }: { rows: readonly ByHandRow[] }): ReactElement => {
  const { isBusy, markAllSent, markSent, open, text } = useByHand()
  const [isAsking, setAsking] = useState(false)
  const opened = rows.filter(({ state }) => state === 'opened').map(({ id }) => id)
  const run = async (deed: 'open' | 'sent', id: string): Promise<void> => {
    const isDone = !isBusy && (await (deed === 'open' ? open(id) : markSent(id)))
    if (isDone) {
      focusOn(findNextFocus({ deed, id, rows }))
    }
  }
  const runAll = async (): Promise<void> => {
    await markAllSent(opened)
    // Behind an open dialog nothing can be focused.
    flushSync(() => setAsking(false))
    focusOn(HEADING_ID)
  }
  return (
    <>
      <ol className="lunas-by-hand__list">
        {rows.map((row) => (
          <ByHandCard key={row.id} onDeed={(deed) => void run(deed, row.id)} row={row} />
        ))}
      </ol>
      <div className="lunas-by-hand__all">
        {opened.length > 0 ? (
          <button
            className="btn btn--style-secondary btn--size-medium"
            onClick={() => setAsking(true)}
            type="button"
          >
            {text.allSent} ({opened.length})
          </button>
        ) : (
          <p>{text.noneOpened}</p>
        )}
      </div>
      {isAsking ? (
        <MoveDialog
          button={ALL_SENT}
          error=""
          isBusy={isBusy}
          onClose={() => setAsking(false)}
          onConfirm={() => void runAll()}
        />
      ) : null}
    </>
  )
}
