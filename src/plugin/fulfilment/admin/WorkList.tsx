import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { WorkItem } from '../queries/findWork'

import { Badge } from '../../kernel/admin/Badge'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { panelButtons } from '../../kernel/machine'
import { resolveDeadline } from '../deadline'
import { kindOf } from '../kinds'
import { TakeButton } from './TakeButton'
import { WORK_TEXTS } from './workTexts'

/** What every part of the list needs. */
export type WorkPlace = {
  /** Address of the panel, such as `/admin`. */
  admin: string
  locale: Locale
  now: Date
  /** Slug of the deliveries. */
  slug: string
}

const Item = (props: { item: WorkItem; place: WorkPlace }): ReactElement => {
  const { item, place } = props
  const { admin, locale, now, slug } = place
  const { machine } = kindOf(item.kind)
  const deadline = resolveDeadline({ dueAt: item.dueAt, locale, now })
  const text = WORK_TEXTS[locale]
  return (
    <li className={`card lunas-work__item${deadline.isLate ? ' lunas-work__item--late' : ''}`}>
      <div className="lunas-work__what">
        <a href={`${admin}/collections/${slug}/${item.id}`}>
          {item.title}
          {item.quantity > 1 ? ` × ${item.quantity}` : ''}
        </a>
        <p>
          {item.number} · {item.customerName}
        </p>
      </div>
      <div className="lunas-work__state">
        <Badge tone={deadline.tone}>{deadline.text}</Badge>
        <MachineBadge locale={locale} machine={machine} state={item.state} />
        <span>
          <span className="lunas-hidden">{text.assignee}: </span>
          {item.assigneeName ?? text.nobody}
        </span>
      </div>
      <div className="lunas-moves">
        <TakeButton
          assignee={item.assignee}
          path={`/${slug}/${item.id}`}
          state={item.state}
          title={item.title}
        />
        <MoveButtons
          buttons={panelButtons(machine)}
          collection={slug}
          id={item.id}
          size="small"
          state={item.state}
        />
      </div>
    </li>
  )
}

/** Items that somebody has to do something about, each with what can be done at once. */
export const WorkList = (props: { items: readonly WorkItem[]; place: WorkPlace }): ReactElement => (
  <ol className="lunas-work">
    {props.items.map((item) => (
      <Item item={item} key={item.id} place={props.place} />
    ))}
  </ol>
)
