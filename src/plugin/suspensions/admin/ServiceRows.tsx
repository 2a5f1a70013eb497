'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { ServiceLine } from './serviceLine'

import { Badge } from '../../kernel/admin/Badge'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { BulkDialog } from './BulkDialog'
import { type BulkDeed, SUSPENSION_TEXTS } from './texts'

const Row = (props: {
  isChosen: boolean
  line: ServiceLine
  onToggle: () => void
}): ReactElement => {
  const { isChosen, line, onToggle } = props
  const { badges, customer, debt, id, name, number, serviceUrl, standing, title } = line
  const { trouble, url } = line
  return (
    <li className="card lunas-work__item lunas-case">
      <label className="lunas-case__pick">
        <input checked={isChosen} onChange={onToggle} type="checkbox" value={id} />
        <span className="lunas-hidden">
          {name} · {customer}
        </span>
      </label>
      <div className="lunas-work__what">
        <strong>
          <a href={serviceUrl}>{name}</a>
        </strong>
        <p>
          <a href={url}>{number}</a> · <bdi>{customer}</bdi>
        </p>
        <p>{title}</p>
      </div>
      <div>
        <p className="lunas-case__late">{standing}</p>
        {debt ? <p className="lunas-number">{debt}</p> : null}
        {trouble ? <p className="lunas-service__trouble">{trouble}</p> : null}
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

const DEEDS = ['suspend', 'resume', 'chance'] as const

const Bar = (props: {
  count: number
  isAll: boolean
  onAll: () => void
  onOpen: (deed: BulkDeed) => void
}): ReactElement => {
  const { count, isAll, onAll, onOpen } = props
  const text = SUSPENSION_TEXTS[usePanelLocale()]
  return (
    <div className="lunas-bulk">
      <label>
        <input checked={isAll} onChange={onAll} type="checkbox" /> {text.selectAll}
      </label>
      <span aria-live="polite">{text.chosen(count)}</span>
      <div className="lunas-moves">
        {DEEDS.map((deed) => (
          <button
            className={`btn btn--size-medium btn--style-${deed === 'suspend' ? 'secondary lunas-moves__danger' : 'primary'}`}
            disabled={count === 0}
            key={deed}
            onClick={() => onOpen(deed)}
            type="button"
          >
            {text[deed]}
          </button>
        ))}
      </div>
    </div>
  )
}

/** The services of one page, to be chosen, and what can be done with those that are. */
export const ServiceRows = (props: {
  /** First and last WIB day of a chance. */
  days: { first: string; last: string }
  lines: readonly ServiceLine[]
  /** Address of the services below the API. */
  path: string
}): null | ReactElement => {
  const { days, lines, path } = props
  const [picked, setPicked] = useState<readonly string[]>([])
  const [deed, setDeed] = useState<BulkDeed>()
  // What has left the list meanwhile is chosen no more.
  const chosen = lines.filter(({ id }) => picked.includes(id))
  const isAll = lines.length > 0 && chosen.length === lines.length
  const toggle = (id: string): void =>
    setPicked((before) =>
      before.includes(id) ? before.filter((each) => each !== id) : [...before, id],
    )
  if (lines.length === 0 && !deed) {
    return null
  }
  return (
    <>
      <Bar
        count={chosen.length}
        isAll={isAll}
        onAll={() => setPicked(isAll ? [] : lines.map(({ id }) => id))}
        onOpen={setDeed}
      />
      <ol className="lunas-work">
        {lines.map((line) => (
          <Row
            isChosen={picked.includes(line.id)}
            key={line.id}
            line={line}
            onToggle={() => toggle(line.id)}
          />
        ))}
      </ol>
      {deed ? (
        <BulkDialog
          days={days}
          deed={deed}
          lines={chosen}
          onClose={() => setDeed(undefined)}
          path={path}
        />
      ) : null}
    </>
  )
}
