import type { ReactElement } from 'react'

import type { PanelProblem } from '../queries/findPanelProblem'
import type { ProblemPart } from './Report'

import { canReopen, canResend } from '../../fulfilment'
import { Records, Section } from '../../kernel/admin/Section'
import { formatRupiah } from '../../kernel/money'
import { slugsOf } from '../../kernel/payload'
import { formatInstantShort } from '../../kernel/time'
import { findPanelOrder, type PanelOrder } from '../../orders'
import { Items, Messages, ORDER_TEXTS, type PartProps, Payments } from '../../orders/admin'
import { OrderRefunds } from '../../refunds/admin'
import { LEDGER_ACCOUNT_WORDS, POSTING_WORDS } from '../../payments'
import { Redeliver } from './Redeliver'

const wordOf = (
  words: Readonly<Record<string, { label: { en: string; id: string } }>>,
  word: string,
  locale: 'en' | 'id',
): string => words[word]?.label[locale] ?? word

const Callbacks = ({ locale, problem, text }: ProblemPart): ReactElement => (
  <Section id="lunas-callbacks" title={text.callbacks}>
    {problem.callbacks.length === 0 ? (
      <p>{text.noCallbacks}</p>
    ) : (
      <Records
        caption={text.callbacks}
        head={[text.time, 'merchantOrderId', text.processed]}
        rows={problem.callbacks.map(({ at, id, merchantOrderId, processedAt }) => ({
          cells: [
            formatInstantShort(new Date(at), locale),
            merchantOrderId,
            processedAt ? formatInstantShort(new Date(processedAt), locale) : '–',
          ],
          key: id,
        }))}
      />
    )}
  </Section>
)

const Books = ({ locale, problem, text }: ProblemPart): ReactElement => (
  <Section id="lunas-books" title={text.books}>
    <Records
      caption={text.books}
      head={[text.time, text.entry, text.account, text.amount]}
      rows={problem.books.map(
        ({ account, amount, at, id, kind }: PanelProblem['books'][number]) => ({
          cells: [
            formatInstantShort(new Date(at), locale),
            wordOf(POSTING_WORDS, kind, locale),
            wordOf(LEDGER_ACCOUNT_WORDS, account, locale),
            formatRupiah(amount, locale),
          ],
          key: id,
        }),
      )}
    />
  </Section>
)

const Again = ({ order, part }: { order: PanelOrder; part: ProblemPart }): ReactElement => {
  const { path, payload, text } = part
  const again = order.items.flatMap(({ delivery, title }) => {
    if (!delivery || !canReopen(delivery)) {
      return []
    }
    const { id } = delivery
    const whole = { event: 'redeliver', id, title } as const
    return canResend(payload, delivery) ? [{ event: 'resend', id, title } as const, whole] : [whole]
  })
  return (
    <Section id="lunas-redeliver" title={text.redeliver}>
      <div className="lunas-moves">
        {again.map(({ event, id, title }) => (
          <Redeliver
            event={event}
            fulfilment={id}
            key={`${event}${id}`}
            path={path}
            title={title}
          />
        ))}
      </div>
      {again.length === 0 ? <p>{text.redeliverHint}</p> : null}
    </Section>
  )
}

/** What the books, Duitku and the deliveries say about the reported order, beside the report. */
export const Evidence = async (part: ProblemPart): Promise<ReactElement> => {
  const { linkTo, locale, payload, problem, text } = part
  const order = problem.orderId ? await findPanelOrder(payload, problem.orderId) : null
  if (!order) {
    return (
      <Section id="lunas-evidence" title={text.evidence}>
        <p>{text.noOrder}</p>
      </Section>
    )
  }
  const slugs = slugsOf(payload)
  const shared: PartProps = { linkTo, locale, order, text: ORDER_TEXTS[locale] }
  return (
    <>
      <Items {...shared} slug={slugs.fulfilments} />
      {problem.state === 'resolved' ? null : <Again order={order} part={part} />}
      <OrderRefunds
        i18n={part.req.i18n}
        orderId={order.id}
        payload={payload}
        user={part.req.user ?? undefined}
      />
      <Payments {...shared} reviews={slugs.reviews} slug={slugs.payments} />
      <Callbacks {...part} />
      <Books {...part} />
      <Messages {...shared} slug={slugs.notifications} />
    </>
  )
}
