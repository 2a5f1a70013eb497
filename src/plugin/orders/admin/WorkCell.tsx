import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'

import { fulfilmentMachines, resolveDeadline, type WorkState } from '../../fulfilment'
import { Badge } from '../../kernel/admin/Badge'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { clock } from '../../kernel/time'

const TEXT = {
  en: { nobody: 'Nobody yet', open: 'Open the delivery of' },
  id: { nobody: 'Belum ada penanggung jawab', open: 'Buka pengerjaan' },
}

/** Where the delivery of one line stands: state, deadline, whose it is. Leads to its page. */
export const WorkCell = (
  props: { locale: Locale; title: string; url: string } & WorkState,
): ReactElement => {
  const { assigneeName, dueAt, kind, locale, state, title, url } = props
  const text = TEXT[locale]
  const deadline = dueAt ? resolveDeadline({ dueAt, locale, now: clock.now() }) : null
  const machine = fulfilmentMachines[kind]
  return (
    <a aria-label={`${text.open} ${title}`} className="lunas-work-cell" href={url}>
      {machine ? <MachineBadge locale={locale} machine={machine} state={state} /> : state}
      {deadline ? <Badge tone={deadline.tone}>{deadline.text}</Badge> : null}
      <span>{assigneeName ?? text.nobody}</span>
    </a>
  )
}
