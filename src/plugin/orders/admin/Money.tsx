import type { CollectionSlug } from 'payload'
import type { ReactElement } from 'react'

import type { PanelOrder } from '../panel/types'
import type { OrderTexts } from '../panel/texts'

import { instalmentMachine } from '../../instalments'
import { AskButton } from '../../kernel/admin/AskButton'
import { MachineBadge } from '../../kernel/admin/MachineBadge'
import { MoveButtons } from '../../kernel/admin/MoveButtons'
import type { Locale } from '../../kernel/errors'
import { panelButtons } from '../../kernel/machine'
import { formatRupiah } from '../../kernel/money'
import { formatDay, formatInstantShort, wibDay } from '../../kernel/time'
import { CHECK_QUESTION, paymentMachine, reviewMachine } from '../../payments'
import { Records, Section } from '../../kernel/admin/Section'
import { ContractPapers, Receipt } from './Papers'

/** What every part of the page needs. */
export type PartProps = {
  /** Address of a document in the panel. */
  linkTo: (collection: CollectionSlug, id: string) => string
  locale: Locale
  order: PanelOrder
  text: OrderTexts
}

/** What is owed and when, each debt with what may be done about it. */
export const Instalments = (props: { slug: CollectionSlug } & PartProps): ReactElement => {
  const { locale, order, slug, text } = props
  return (
    <Section id="lunas-instalments" title={text.instalments}>
      <Records
        caption={text.instalments}
        head={[text.number, text.dueOn, text.amount, text.paid, text.state, text.actions]}
        rows={order.instalments.map((each) => ({
          cells: [
            each.seq,
            formatDay(wibDay(each.dueOn), locale),
            formatRupiah(each.amount, locale),
            formatRupiah(each.paid, locale),
            <MachineBadge key="s" locale={locale} machine={instalmentMachine} state={each.state} />,
            <MoveButtons
              buttons={panelButtons(instalmentMachine)}
              collection={slug}
              id={each.id}
              key="m"
              size="small"
              state={each.state}
            />,
          ],
          key: each.id,
        }))}
      />
      <ContractPapers order={order} text={text} />
    </Section>
  )
}

const Attempt = (
  props: { attempt: PanelOrder['attempts'][number]; slug: CollectionSlug } & PartProps,
): ReactElement => {
  const { attempt, linkTo, locale, slug, text } = props
  const [word, at] = attempt.paidAt
    ? [text.paidAt, attempt.paidAt]
    : [text.expires, attempt.expiresAt]
  const facts = [
    [text.amount, formatRupiah(attempt.amount, locale)],
    [text.channel, attempt.channel],
    [text.reference, attempt.reference],
    [word, at && formatInstantShort(new Date(at), locale)],
  ].filter(([, value]) => value)
  return (
    <li className="lunas-attempt">
      <div className="lunas-attempt__head">
        <a href={linkTo(slug, attempt.id)}>
          {text.attempt} {attempt.attempt}
        </a>
        <MachineBadge locale={locale} machine={paymentMachine} state={attempt.state} />
      </div>
      <dl className="lunas-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Receipt attempt={attempt} order={props.order} text={text} />
      <div className="lunas-moves">
        <AskButton
          collection={slug}
          id={attempt.id}
          question={CHECK_QUESTION}
          size="small"
          state={attempt.state}
        />
        <MoveButtons
          buttons={panelButtons(paymentMachine)}
          collection={slug}
          id={attempt.id}
          size="small"
          state={attempt.state}
        />
      </div>
    </li>
  )
}

/** The attempts to pay, the newest first, and money that waits for a decision. */
export const Payments = (
  props: { reviews: CollectionSlug; slug: CollectionSlug } & PartProps,
): ReactElement => {
  const { linkTo, locale, order, reviews, text } = props
  return (
    <Section id="lunas-payments" title={text.payments}>
      {order.attempts.length === 0 ? <p>{text.noPayments}</p> : null}
      <ul className="lunas-attempts">
        {order.attempts.map((attempt) => (
          <Attempt {...props} attempt={attempt} key={attempt.id} />
        ))}
      </ul>
      {order.reviews.map(({ amount, id, state }) => (
        <p className="lunas-review" key={id}>
          <a href={linkTo(reviews, id)}>
            {text.review}: {formatRupiah(amount, locale)}
          </a>
          <MachineBadge locale={locale} machine={reviewMachine} state={state} />
        </p>
      ))}
    </Section>
  )
}
