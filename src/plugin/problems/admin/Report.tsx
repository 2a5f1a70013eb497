import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PanelProblem, ProblemStep } from '../queries/findPanelProblem'
import type { ProblemTexts } from './problemTexts'

import { AnswerBox, Thread } from '../../conversations/admin'
import { AssigneeSelect } from '../../kernel/admin/AssigneeSelect'
import { ContactFacts } from '../../kernel/admin/ContactFacts'
import { Section } from '../../kernel/admin/Section'
import { Story, type StoryStep } from '../../kernel/admin/Story'
import { formatInstant } from '../../kernel/time'
import { problemMachine } from '../machine'
import { CONTACT_WAYS } from '../rules'

/** What every part of the page of a report needs. */
export type ProblemPart = {
  /** Address of the API, such as `/api`. */
  api: string
  /** Address of a document in the panel. */
  linkTo: (collection: CollectionSlug, id: string) => string
  locale: Locale
  orders: CollectionSlug
  /** Address of the report below the API. */
  path: string
  payload: Payload
  problem: PanelProblem
  req: PayloadRequest
  text: ProblemTexts
}

/** What was written, and the box to answer in. */
export const Conversation = ({ locale, path, problem, text }: ProblemPart): ReactElement => (
  <Section id="lunas-conversation" title={text.conversation}>
    <Thread locale={locale} posts={problem.posts} />
    {problem.state === 'resolved' ? null : <AnswerBox path={`${path}/answers`} />}
  </Section>
)

/** What the customer sent along; each opens in a tab of its own. */
export const Pictures = ({ api, path, problem, text }: ProblemPart): null | ReactElement =>
  problem.files.length === 0 ? null : (
    <Section id="lunas-pictures" title={text.pictures}>
      <ul className="lunas-pictures">
        {problem.files.map(({ height, seq, width }) => {
          const url = `${api}${path}/pictures/${seq}`
          return (
            <li key={seq}>
              <a href={url} rel="noreferrer" target="_blank">
                <img
                  alt={text.picture(seq)}
                  height={height}
                  loading="lazy"
                  src={url}
                  width={width}
                />
              </a>
            </li>
          )
        })}
      </ul>
    </Section>
  )

/** Who reported, how to reach him, and the order that it is about. */
export const Reporter = (part: ProblemPart): ReactElement => {
  const { linkTo, locale, orders, problem, text } = part
  const facts = [
    [text.answerBy, CONTACT_WAYS[problem.contact].label[locale]],
    [text.typedOrder, problem.orderId ? null : problem.typedOrder],
    [text.assignee, problem.state === 'resolved' ? (problem.assigneeName ?? text.nobody) : null],
    [text.reported, formatInstant(new Date(problem.createdAt), locale)],
  ] as const
  return (
    <Section id="lunas-reporter" title={text.customer}>
      <dl className="lunas-facts lunas-facts--column">
        <div>
          <dt className="lunas-hidden">{text.customer}</dt>
          <dd>
            <strong>
              <bdi>{problem.name}</bdi>
            </strong>
          </dd>
        </div>
        <ContactFacts
          buyer={{ email: problem.email, notes: null, phone: problem.phone }}
          text={{ email: 'Email', notes: text.notes }}
        />
        {problem.orderId ? (
          <div>
            <dt>{text.order}</dt>
            <dd>
              <a href={linkTo(orders, problem.orderId)}>{problem.orderNumber}</a>
            </dd>
          </div>
        ) : null}
        {facts.map(([name, value]) =>
          value ? (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ) : null,
        )}
      </dl>
    </Section>
  )
}

/** Who looks after it; staff give it to each other while it is not solved. */
export const Assignee = ({ path, problem, text }: ProblemPart): null | ReactElement =>
  problem.state === 'resolved' ? null : (
    <Section id="lunas-assignee" title={text.assignee}>
      <AssigneeSelect
        canRelease={problem.state !== 'working'}
        path={path}
        staff={problem.staff}
        state={problem.state}
        value={problem.assignee}
      />
    </Section>
  )

const toStep = ({ locale }: ProblemPart, step: ProblemStep): StoryStep => {
  const { actor, assignee, at, event, item, reason } = step
  const about = item ?? assignee
  const what = problemMachine.moves.find((move) => move.event === event)?.label[locale] ?? event
  return { at, by: actor, key: `${event}${at}`, reason, what: about ? `${what}: ${about}` : what }
}

/** Everything that happened to the report, the newest first. */
export const Timeline = (part: ProblemPart): ReactElement => {
  const { locale, problem, text } = part
  const first = { at: problem.createdAt, by: problem.name, key: 'reported', what: text.reported }
  return (
    <Section id="lunas-history" title={text.history}>
      <Story
        locale={locale}
        steps={[...problem.history.map((step) => toStep(part, step)), first]}
      />
    </Section>
  )
}
