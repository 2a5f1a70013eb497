import type { DocumentViewServerProps } from 'payload'
import type { ReactElement } from 'react'

import { notFound } from 'next/navigation'

import type { ProblemPart } from './Report'

import { resolveDeadline } from '../../fulfilment'
import { Badge } from '../../kernel/admin/Badge'
import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import { panelButtons } from '../../kernel/machine'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { problemMachine } from '../machine'
import { PROBLEMS_PATH } from '../panel'
import { findPanelProblem } from '../queries/findPanelProblem'
import { PROBLEM_KINDS } from '../rules'
import { buildProblemUrl, problemsRuntime } from '../runtime'
import { Evidence } from './Evidence'
import { PROBLEM_TEXTS } from './problemTexts'
import { Assignee, Conversation, Pictures, Reporter, Timeline } from './Report'

const Head = ({ locale, payload, problem, text }: ProblemPart): ReactElement => {
  const { replyBy, state, token, what } = problem
  const deadline = replyBy ? resolveDeadline({ dueAt: replyBy, locale, now: clock.now() }) : null
  const { serverUrl } = problemsRuntime.get(payload)
  return (
    <p className="lunas-order__states">
      <MachineBadge locale={locale} machine={problemMachine} state={state} />
      {deadline ? <Badge tone={deadline.tone}>{deadline.text}</Badge> : null}
      <span>{PROBLEM_KINDS[what].label[locale]}</span>
      <a
        href={buildProblemUrl({ locale: problem.locale, serverUrl, token })}
        rel="noreferrer"
        target="_blank"
      >
        {text.openPage}
      </a>
    </p>
  )
}

/** Who has it already need not take it over. */
const buttonsFor = (part: ProblemPart, me: string): ReturnType<typeof panelButtons> =>
  panelButtons(problemMachine).filter(
    ({ event, from }) =>
      !(event === 'take' && from.includes('working') && part.problem.assignee === me),
  )

/** The page of one report in the panel: the conversation, and the evidence beside it. */
export const ProblemView = async (props: DocumentViewServerProps): Promise<ReactElement> => {
  const { doc, initPageResult } = props
  const { req } = initPageResult
  const { payload } = req
  const problem = isAdmin({ req }) ? await findPanelProblem(payload, String(doc.id)) : null
  if (!problem) {
    notFound()
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const { orders, problems: slug } = slugsOf(payload)
  const text = PROBLEM_TEXTS[locale]
  const { admin, api } = payload.config.routes
  const part: ProblemPart = {
    api,
    linkTo: (collection, id) => `${admin}/collections/${collection}/${id}`,
    locale,
    orders,
    path: `/${slug}/${problem.id}`,
    payload,
    problem,
    req,
    text,
  }
  const list = { label: text.title, url: `${admin}${PROBLEMS_PATH}` }
  return (
    <main className="gutter--left gutter--right lunas-order">
      <Breadcrumb steps={[list, { label: problem.number }]} />
      <Head {...part} />
      <MoveButtons
        buttons={buttonsFor(part, String(req.user?.id))}
        collection={slug}
        id={problem.id}
        state={problem.state}
      />
      <div className="lunas-order__grid">
        <div>
          <Conversation {...part} />
          <Pictures {...part} />
          <Evidence {...part} />
        </div>
        <div>
          <Assignee {...part} />
          <Reporter {...part} />
          <Timeline {...part} />
        </div>
      </div>
    </main>
  )
}
