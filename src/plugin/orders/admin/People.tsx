import type { CollectionSlug } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { PartProps } from './Money'

import { WorkCell } from './WorkCell'

import { ContactFacts } from '../../kernel/admin/ContactFacts'
import { formatRupiah } from '../../kernel/money'
import { formatInstant } from '../../kernel/time'
import { Records, Section } from '../../kernel/admin/Section'

const Price = (props: { amount: number; locale: Locale }): ReactElement => (
  <span className="lunas-number">{formatRupiah(props.amount, props.locale)}</span>
)

/** What was bought, each line with where its delivery stands. */
export const Items = (props: { slug: CollectionSlug } & PartProps): ReactElement => {
  const { linkTo, locale, order, slug, text } = props
  return (
    <Section id="lunas-items" title={text.items}>
      <Records
        caption={text.items}
        head={[text.product, text.quantity, text.price, text.amount, text.work]}
        rows={order.items.map((item) => ({
          cells: [
            item.title,
            item.quantity,
            <Price amount={item.unitPrice} key="u" locale={locale} />,
            <Price amount={item.amount} key="a" locale={locale} />,
            item.delivery ? (
              <WorkCell
                {...item.delivery}
                key="w"
                locale={locale}
                title={item.title}
                url={linkTo(slug, item.delivery.id)}
              />
            ) : (
              text.notPaid
            ),
          ],
          key: item.id,
        }))}
      />
      <p className="lunas-total">
        {text.total} <strong>{formatRupiah(order.total, locale)}</strong>
      </p>
    </Section>
  )
}

/** Who bought, and how to reach him. */
export const Customer = (
  props: { editions: CollectionSlug; slug: CollectionSlug } & PartProps,
): ReactElement => {
  const { editions, linkTo, locale, order, slug, text } = props
  return (
    <Section id="lunas-customer" title={text.customer}>
      <dl className="lunas-facts lunas-facts--column">
        <div>
          <dt className="lunas-hidden">{text.customer}</dt>
          <dd>
            {order.customerId ? (
              <a href={linkTo(slug, order.customerId)}>{order.name}</a>
            ) : (
              <strong>{order.name}</strong>
            )}
          </dd>
        </div>
        <ContactFacts buyer={order} text={text} />
        <div>
          <dt>{text.placedAt}</dt>
          <dd>
            <time dateTime={order.placedAt}>{formatInstant(new Date(order.placedAt), locale)}</time>
          </dd>
        </div>
        {order.agreed.length > 0 ? (
          <div>
            <dt>{text.agreed}</dt>
            {order.agreed.map(({ id, number, title }) => (
              <dd key={id}>
                <a href={linkTo(editions, id)}>
                  {title} ({text.edition} {number})
                </a>
              </dd>
            ))}
          </div>
        ) : null}
      </dl>
    </Section>
  )
}
