import { getTranslations } from 'next-intl/server'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { resolveDue } from '../../order/delivery'
import type { PublicOrder } from '../../shop'

type Delivery = NonNullable<PublicOrder['items'][number]['delivery']>

type DeliveryNewsProps = {
  delivery: Delivery
  locale: StoreLocale
  now: Date
}

/** What is promised next, and who sees to it. */
async function Pledge({ delivery, locale, now }: DeliveryNewsProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const { dueAt, followUpUntil, handledBy } = delivery
  const due = resolveDue(delivery, now)
  const date = moment({ at: dueAt, locale })
  const until = moment({ at: followUpUntil, locale })
  return (
    <>
      {due && date ? <p>{t(due, { date })}</p> : null}
      {until ? <p>{t('followUpUntil', { date: until })}</p> : null}
      {handledBy ? <p>{t('handledBy', { name: handledBy })}</p> : null}
    </>
  )
}

/** Where one item stands, what was promised, and what has been done so far. */
export async function DeliveryNews(props: DeliveryNewsProps) {
  const { delivery, locale } = props
  const t = await getTranslations({ locale, namespace: 'order' })
  return (
    <div className="grid gap-2">
      <p className="w-fit rounded-full border border-line-strong bg-surface px-3 py-0.5 text-ink">
        {delivery.label[locale]}
      </p>
      <Pledge {...props} />
      {delivery.steps.length > 1 ? (
        <details>
          <summary className="w-fit cursor-pointer py-1 underline underline-offset-4">
            {t('deliverySteps')}
          </summary>
          <ol className="mt-2 grid gap-2 border-l-2 border-line pl-4">
            {delivery.steps.map(({ at, label }) => (
              <li key={`${at}${label.id}`}>
                {label[locale]}
                <br />
                <time className="text-xs" dateTime={at}>
                  {moment({ at, locale })}
                </time>
              </li>
            ))}
          </ol>
        </details>
      ) : null}
    </div>
  )
}
