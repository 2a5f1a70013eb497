'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { CaseLine } from './caseLine'

import { Badge } from '../../kernel/admin/Badge'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { NoticeDialog } from './NoticeDialog'
import { OVERDUE_TEXTS, type OverdueTexts } from './overdueTexts'
import { SuspendDialog } from './SuspendDialog'

const Line = (props: {
  isChosen: boolean
  line: CaseLine
  onToggle: () => void
  text: OverdueTexts
}): ReactElement => {
  const { isChosen, line, onToggle, text } = props
  const { amount, badges, customer, late, number, orderId, title, url } = line
  return (
    <li className="card lunas-work__item lunas-case">
      <label className="lunas-case__pick">
        <input checked={isChosen} onChange={onToggle} type="checkbox" value={orderId} />
        <span className="lunas-hidden">
          {number} · {customer}
        </span>
      </label>
      <div className="lunas-work__what">
        <a href={url}>{number}</a>
        <p>
          <bdi>{customer}</bdi> · {title}
        </p>
      </div>
      <div>
        <strong className="lunas-number">{amount}</strong> {text.toBecomeCurrent}
        <p className="lunas-case__late">{late}</p>
      </div>
      <div className="lunas-work__state">
        {badges.map((badge) => (
          <Badge key={badge.text} tone={badge.tone}>
            {badge.text}
          </Badge>
        ))}
      </div>
    </li>
  )
}

const Bar = (props: {
  chosen: readonly string[]
  isAll: boolean
  onAll: () => void
  onOpen: (dialog: 'notify' | 'suspend') => void
  text: OverdueTexts
}): ReactElement => {
  const { chosen, isAll, onAll, onOpen, text } = props
  return (
    <div className="lunas-bulk">
      <label>
        <input checked={isAll} onChange={onAll} type="checkbox" /> {text.selectAll}
      </label>
      <span aria-live="polite">{text.selected(chosen.length)}</span>
      <div className="lunas-moves">
        <button
          className="btn btn--style-primary btn--size-medium"
          disabled={chosen.length === 0}
          onClick={() => onOpen('notify')}
          type="button"
        >
          {text.send}
        </button>
        <button
          className="btn btn--style-secondary btn--size-medium lunas-moves__danger"
          disabled={chosen.length === 0}
          onClick={() => onOpen('suspend')}
          type="button"
        >
          {text.suspend}
        </button>
      </div>
    </div>
  )
}

/** The contracts of one page, to be chosen, and what can be done with those that are. */
export const CaseList = (props: {
  lines: readonly CaseLine[]
  /** Address of the cases below the API. */
  path: string
}): null | ReactElement => {
  const { lines, path } = props
  const text = OVERDUE_TEXTS[usePanelLocale()]
  const [picked, setPicked] = useState<readonly string[]>([])
  const [open, setOpen] = useState<'notify' | 'suspend'>()
  // What has left the list meanwhile is chosen no more.
  const chosen = lines.filter(({ orderId }) => picked.includes(orderId))
  const isAll = lines.length > 0 && chosen.length === lines.length
  const toggle = (orderId: string): void =>
    setPicked((before) =>
      before.includes(orderId) ? before.filter((each) => each !== orderId) : [...before, orderId],
    )
  const dialog = { lines: chosen, onClose: () => setOpen(undefined), path }
  if (lines.length === 0 && !open) {
    return null
  }
  return (
    <>
      <Bar
        chosen={chosen.map(({ orderId }) => orderId)}
        isAll={isAll}
        onAll={() => setPicked(isAll ? [] : lines.map(({ orderId }) => orderId))}
        onOpen={setOpen}
        text={text}
      />
      <ol className="lunas-work">
        {lines.map((line) => (
          <Line
            isChosen={picked.includes(line.orderId)}
            key={line.orderId}
            line={line}
            onToggle={() => toggle(line.orderId)}
            text={text}
          />
        ))}
      </ol>
      {open === 'notify' ? <NoticeDialog {...dialog} /> : null}
      {open === 'suspend' ? <SuspendDialog {...dialog} /> : null}
    </>
  )
}
