import { getTranslations } from 'next-intl/server'
import { randomUUID } from 'node:crypto'

import { moment } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { sendQuestion } from '../../question/actions'
import type { PublicOrder } from '../../shop'
import { AnswerForm } from '../conversation/AnswerForm'
import { Thread } from '../conversation/Thread'
import { Countdown } from '../order/Countdown'

type Item = PublicOrder['items'][number]
type Delivery = NonNullable<Item['delivery']>

type CardProps = {
  delivery: Delivery
  isNamed: boolean
  item: Item
  locale: StoreLocale
  order: PublicOrder
}

async function Box({ item, locale, order }: CardProps) {
  const t = await getTranslations({ locale, namespace: 'question' })
  return (
    <AnswerForm
      action={sendQuestion}
      copy={{
        errorTitle: t('errorTitle'),
        hint: t('hint'),
        label: t('label'),
        sending: t('sending'),
        submit: t('submit'),
      }}
      hidden={{ item: item.id, key: randomUUID(), locale, token: order.token }}
      permalink={localPath({ locale, path: `/pesanan/${order.token}` })}
    />
  )
}

async function Card(props: CardProps) {
  const { delivery, isNamed, item, locale } = props
  const t = await getTranslations({ locale, namespace: 'question' })
  const { followUpUntil, questions } = delivery
  const id = `tanya-${item.id}`
  return (
    <section aria-labelledby={id} className="card grid gap-5 p-6">
      <div>
        <h2 className="text-xl" id={id}>
          {isNamed ? t('titleNamed', { title: item.title }) : t('title')}
        </h2>
        {questions.canAsk && followUpUntil ? (
          <>
            <p className="mt-1 text-muted">
              {t('until', { date: moment({ at: followUpUntil, locale }) })}
            </p>
            <Countdown
              deadline={followUpUntil}
              labels={{
                daysLeft: t.raw('daysLeft') as string,
                expired: t('over'),
                minutesLeft: t.raw('minutesLeft') as string,
                remaining: t('remaining'),
              }}
            />
          </>
        ) : (
          <p className="mt-1 text-muted">{t('over')}</p>
        )}
      </div>
      {questions.posts.length > 0 ? <Thread locale={locale} posts={questions.posts} /> : null}
      {questions.canAsk ? <Box {...props} /> : null}
    </section>
  )
}

/** Questions about what was delivered, as long as its days last; afterwards what was written stays. */
export function QuestionBox({ locale, order }: { locale: StoreLocale; order: PublicOrder }) {
  const asked = order.items.flatMap((item) =>
    item.delivery && (item.delivery.questions.canAsk || item.delivery.questions.posts.length > 0)
      ? [{ delivery: item.delivery, item }]
      : [],
  )
  return asked.length === 0 ? null : (
    <div className="grid gap-5" id="tanya">
      {asked.map(({ delivery, item }) => (
        <Card
          delivery={delivery}
          isNamed={asked.length > 1}
          item={item}
          key={item.id}
          locale={locale}
          order={order}
        />
      ))}
    </div>
  )
}
