import type { DocumentViewServerProps, Payload } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import { notFound } from 'next/navigation'

import { AnswerBox, Thread } from '../../conversations/admin'
import { AssigneeSelect } from '../../kernel/admin/AssigneeSelect'
import { Badge } from '../../kernel/admin/Badge'
import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { Section } from '../../kernel/admin/Section'
import { panelButtons } from '../../kernel/machine'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { resolveDeadline } from '../deadline'
import { getStep, kindOf } from '../kinds'
import { WORK_PATH } from '../panel'
import { findFulfilment, type PanelFulfilment } from '../queries/findFulfilment'
import { fulfilmentRuntime } from '../runtime'
import { Checklist } from './Checklist'
import { Buyer, Deadlines, Timeline, type WorkPart } from './parts'
import { WORK_TEXTS } from './workTexts'

const Head = ({ item, locale }: WorkPart): ReactElement => {
  const { dueAt, kind, state } = item
  const deadline = dueAt ? resolveDeadline({ dueAt, locale, now: clock.now() }) : null
  return (
    <p className="lunas-order__states">
      <MachineBadge locale={locale} machine={kindOf(kind).machine} state={state} />
      {deadline ? <Badge tone={deadline.tone}>{deadline.text}</Badge> : null}
      {item.quantity > 1 ? <span>× {item.quantity}</span> : null}
    </p>
  )
}

const isOpen = ({ kind, state }: PanelFulfilment): boolean =>
  !['cancelled', 'done'].includes(getStep(kind, state).phase)

const Work = ({ item, slug, text }: WorkPart): ReactElement => {
  const path = `/${slug}/${item.id}`
  return (
    <>
      <Section id="lunas-assignee" title={text.assignee}>
        <AssigneeSelect
          canRelease={item.state === 'new' || item.state === 'assigned'}
          path={path}
          staff={item.staff}
          state={item.state}
          value={item.assignee}
        />
      </Section>
      <Section id="lunas-checklist" title={text.checklist}>
        <Checklist isOpen={isOpen(item)} items={item.checklist} path={path} />
        <p className="lunas-checklist__hint">{text.checklistHint}</p>
      </Section>
    </>
  )
}

/** What the customer has asked since it was delivered; the way to write to him. */
const Questions = ({ item, locale, slug, text }: WorkPart): null | ReactElement => {
  const isDelivered = getStep(item.kind, item.state).phase === 'delivered'
  return isDelivered || item.posts.length > 0 ? (
    <Section id="lunas-questions" title={text.questions}>
      <Thread locale={locale} posts={item.posts} />
      <AnswerBox path={`/${slug}/${item.id}/answers`} />
    </Section>
  ) : null
}

/** What other features have to say about deliveries of this kind. */
const drawParts = ({ item, locale }: WorkPart, payload: Payload): ReactNode[] =>
  (fulfilmentRuntime.get(payload).parts?.[item.kind] ?? []).map((path) =>
    RenderServerComponent({
      Component: path,
      importMap: payload.importMap,
      key: path,
      serverProps: { fulfilmentId: item.id, locale, payload },
    }),
  )

/** What certainly would be refused is not offered; the server decides all the same. */
const buttonsFor = (item: PanelFulfilment): ReturnType<typeof panelButtons> =>
  panelButtons(kindOf(item.kind).machine).filter(
    ({ event }) => event !== 'stopFollowUps' || item.nextFollowUpAt !== null,
  )

/** The page of one delivery in the panel, for admins and owners. */
export const FulfilmentView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const item = isAdmin({ req }) ? await findFulfilment(payload, String(doc.id)) : null
  if (!item) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const { fulfilments: slug, orders } = slugsOf(payload)
  const text = WORK_TEXTS[locale]
  const { admin } = payload.config.routes
  const part: WorkPart = {
    item,
    locale,
    orderUrl: `${admin}/collections/${orders}/${item.orderId}`,
    slug,
    text,
  }
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb
        steps={[{ label: text.title, url: `${admin}${WORK_PATH}` }, { label: item.title }]}
      />
      <Head {...part} />
      <MoveButtons buttons={buttonsFor(item)} collection={slug} id={item.id} state={item.state} />
      <div className="lunas-order__grid">
        <div>
          <Work {...part} />
          {drawParts(part, payload)}
          <Questions {...part} />
        </div>
        <div>
          <Buyer {...part} />
          <Deadlines {...part} />
          <Timeline {...part} />
        </div>
      </div>
    </main>
  )
}
