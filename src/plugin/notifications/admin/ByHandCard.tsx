'use client'

import type { ReactElement } from 'react'

import { Link } from '@payloadcms/ui'

import type { ByHandRow } from './toByHandRow'

import { Badge } from '../../kernel/admin/Badge'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { formatInstant } from '../../kernel/time/format'
import { NOTIFICATION_STATES } from '../states'
import { BY_HAND_TEXTS } from './byHandTexts'
import { buttonIdOf } from './nextFocus'

const Deed = (props: {
  id: string
  name: string
  onClick: () => void
  style: 'primary' | 'secondary'
  text: string
}): ReactElement => (
  <button
    className={`btn btn--style-${props.style} btn--size-medium`}
    id={props.id}
    onClick={props.onClick}
    type="button"
  >
    {props.text}
    <span className="lunas-hidden">: {props.name}</span>
  </button>
)

/** One message: to whom, about what, since when, its text, and what may be done with it. */
export const ByHandCard = (props: {
  onDeed: (deed: 'open' | 'sent') => void
  row: ByHandRow
}): ReactElement => {
  const { onDeed, row } = props
  const locale = usePanelLocale()
  const text = BY_HAND_TEXTS[locale]
  const name = [row.name, row.order?.number].filter(Boolean).join(', ')
  const isOpened = row.state === 'opened'
  return (
    <li className="card lunas-by-hand__card">
      <div className="lunas-by-hand__head">
        <h2>{row.name}</h2>
        <span className="lunas-number">{row.phone}</span>
        {isOpened ? <Badge tone="info">{NOTIFICATION_STATES.opened[locale]}</Badge> : null}
      </div>
      <p className="lunas-by-hand__facts">
        <span>{row.event}</span>
        {row.order ? (
          <Link href={row.order.url} prefetch={false}>
            {text.order} {row.order.number}
          </Link>
        ) : null}
        <time dateTime={row.since} title={formatInstant(new Date(row.since), locale)}>
          {text.waits(row.waited)}
        </time>
      </p>
      <details>
        <summary>
          {text.preview}
          <span className="lunas-hidden">: {name}</span>
        </summary>
        <p className="lunas-by-hand__text">{row.text}</p>
      </details>
      <div className="lunas-moves">
        <Deed
          id={buttonIdOf('open', row.id)}
          name={name}
          onClick={() => onDeed('open')}
          style={isOpened ? 'secondary' : 'primary'}
          text={text.open}
        />
        <Deed
          id={buttonIdOf('sent', row.id)}
          name={name}
          onClick={() => onDeed('sent')}
          style={isOpened ? 'primary' : 'secondary'}
          text={text.sent}
        />
      </div>
    </li>
  )
}
