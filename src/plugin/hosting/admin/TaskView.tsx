import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { notFound } from 'next/navigation'

import type { PanelTask } from '../queries/findPanelTask'

import { AssigneeSelect } from '../../kernel/admin/AssigneeSelect'
import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { Section } from '../../kernel/admin/Section'
import type { Locale } from '../../kernel/errors'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { formatInstantShort } from '../../kernel/time'
import { findPanelTask } from '../queries/findPanelTask'
import { type Deed, DEED_WORDS, runbookMachine } from '../runbook/machine'
import { FinishForm } from './FinishForm'
import { HOSTING_TEXTS } from './texts'
import { FACT_WORDS } from './words'

type Part = { apiUrl: string; locale: Locale; path: string; task: PanelTask }

const Done = ({ apiUrl, locale, path, task }: Part): null | ReactElement => {
  const text = HOSTING_TEXTS[locale]
  return task.state !== 'done' ? null : (
    <Section id="lunas-proof" title={text.proofs}>
      <p>
        {text.doneBy} {task.doneBy}
        {task.doneAt ? `, ${formatInstantShort(new Date(task.doneAt), locale)}` : ''}
      </p>
      {task.note ? <p>{task.note}</p> : null}
      <ul>
        {task.proofs.map(({ seq }) => (
          <li key={seq}>
            <a href={`${apiUrl}${path}/proof/${seq}`} rel="noreferrer" target="_blank">
              {text.proofs} {seq}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Steps = ({ locale, task }: Part): ReactElement => {
  const text = HOSTING_TEXTS[locale]
  return (
    <Section id="lunas-steps" title={text.steps}>
      <p>
        {task.title} · <bdi>{task.customerName}</bdi> · {task.orderNumber}
        {task.server ? ` · ${task.server}` : ''}
        {task.domain ? ` · ${task.domain}` : ''}
      </p>
      <ol>
        {task.steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {Object.entries(task.request ?? {})
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <p key={name}>
            <strong>{FACT_WORDS[name as keyof typeof FACT_WORDS]?.label[locale] ?? name}</strong>:{' '}
            {String(value)}
          </p>
        ))}
    </Section>
  )
}

/** The page of one task on a server in the panel, for admins and owners. */
export const TaskView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const task = isAdmin({ req }) ? await findPanelTask(payload, String(doc.id)) : null
  if (!task) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const text = HOSTING_TEXTS[locale]
  const { hostingTasks: slug } = slugsOf(payload)
  const { admin, api } = payload.config.routes
  const part: Part = { apiUrl: api, locale, path: `/${slug}/${task.id}`, task }
  const isOpen = task.state === runbookMachine.initial
  const what = DEED_WORDS[task.deed as Deed].label[locale]
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb
        steps={[{ label: text.tasks, url: `${admin}/collections/${slug}` }, { label: what }]}
      />
      <p className="lunas-order__states">
        <MachineBadge locale={locale} machine={runbookMachine} state={task.state} />
        <span>
          {text.due} {formatInstantShort(new Date(task.dueAt), locale)}
        </span>
      </p>
      <Steps {...part} />
      <Done {...part} />
      {isOpen ? (
        <>
          <Section id="lunas-assignee" title={text.assignee}>
            <AssigneeSelect
              canRelease
              path={part.path}
              staff={task.staff}
              state={task.state}
              value={task.assignee}
            />
          </Section>
          <Section id="lunas-finish" title={text.finish}>
            <FinishForm isNew={task.deed === 'create'} path={part.path} />
          </Section>
        </>
      ) : null}
    </main>
  )
}
