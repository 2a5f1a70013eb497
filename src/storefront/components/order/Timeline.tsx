import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { clock } from '@/plugin/kernel/time'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { isAhead } from '../../order/delivery'
import { isStarted } from '../../order/status'
import type { PublicOrder } from '../../shop'
import { DeliveryNews } from './DeliveryNews'
import { Steps } from '../Steps'

type TimelineProps = { locale: StoreLocale; order: PublicOrder }
type Step = { state: 'Done' | 'Next' | 'Now'; text: ReactNode; title: string }

type Item = PublicOrder['items'][number]

/** One item: where it stands once it is paid for, and what still lies ahead. */
function ItemWork(props: { isNamed: boolean; item: Item; locale: StoreLocale; now: Date }) {
  const { isNamed, item, locale, now } = props
  const { afterPayment, delivery, title } = item
  return (
    <div className="grid gap-2">
      {isNamed ? <p className="font-semibold text-ink">{title}</p> : null}
      {delivery ? <DeliveryNews delivery={delivery} locale={locale} now={now} /> : null}
      {isAhead(delivery) && afterPayment !== '' ? <Steps text={afterPayment} /> : null}
    </div>
  )
}

/** What we do after payment, item by item; each is named when there are several. */
function WorkSteps(props: { items: Item[]; locale: StoreLocale; otherwise: string }) {
  const { items, locale, otherwise } = props
  const told = items.filter(({ afterPayment, delivery }) => delivery || afterPayment !== '')
  if (told.length === 0) {
    return <p>{otherwise}</p>
  }
  const now = clock.now()
  return (
    <div className="grid gap-4">
      {told.map((item) => (
        <ItemWork
          isNamed={told.length > 1}
          item={item}
          key={item.productSlug}
          locale={locale}
          now={now}
        />
      ))}
    </div>
  )
}

const isDelivered = (order: PublicOrder): boolean =>
  order.state === 'fulfilled' || order.state === 'closed'

const workState = (order: PublicOrder): Step['state'] => {
  if (isDelivered(order)) {
    return 'Done'
  }
  return isStarted(order) ? 'Now' : 'Next'
}

/** When the money came; of a contract how much of it is done. */
const findPaidText = async ({ locale, order }: TimelineProps): Promise<string> => {
  const t = await getTranslations({ locale, namespace: 'order' })
  if (order.contract) {
    const contract = await getTranslations({ locale, namespace: 'contract' })
    const { count, paidCount } = order.contract.standing
    return contract('progress', { count, paid: paidCount })
  }
  const paidAt = moment({ at: order.payment?.paidAt, locale })
  return paidAt ? t('stepPayDone', { date: paidAt }) : t('stepPayDoneShort')
}

/** The agreement, where one comes before the money. */
const buildSpkSteps = async ({ locale, order: { spk } }: TimelineProps): Promise<Step[]> => {
  if (!spk) {
    return []
  }
  const t = await getTranslations({ locale, namespace: 'spk' })
  const text = spk.isConfirmed
    ? t('cardConfirmed')
    : `${t('notConfirmed')}. ${t(`turns.${spk.turn}`)}.`
  return [{ state: spk.isConfirmed ? 'Done' : 'Now', text, title: t('pageTitle') }]
}

const payState = (order: PublicOrder): Step['state'] => {
  if (isStarted(order)) {
    return 'Done'
  }
  return order.nextAction === 'agree' ? 'Next' : 'Now'
}

async function buildSteps({ locale, order }: TimelineProps): Promise<Step[]> {
  const t = await getTranslations({ locale, namespace: 'order' })
  const isPaid = isStarted(order)
  return [
    { state: 'Done', text: moment({ at: order.placedAt, locale }), title: t('stepPlaced') },
    ...(await buildSpkSteps({ locale, order })),
    {
      state: payState(order),
      text: isPaid ? await findPaidText({ locale, order }) : t('stepPayWait'),
      title: t('stepPay'),
    },
    {
      state: workState(order),
      text: <WorkSteps items={order.items} locale={locale} otherwise={t('stepWorkText')} />,
      title: t(order.spk ? 'stepHosting' : 'stepWork'),
    },
    { state: isDelivered(order) ? 'Done' : 'Next', text: t('stepDoneText'), title: t('stepDone') },
  ]
}

const dots = {
  Done: 'bg-brand text-on-brand border-brand',
  Next: 'bg-surface border-line-strong text-muted',
  Now: 'bg-accent-soft border-accent text-ink',
}

/** Where the order stands and what happens next, with who does it. */
export async function Timeline({ locale, order }: TimelineProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const steps = await buildSteps({ locale, order })
  return (
    <section aria-labelledby="langkah">
      <h2 className="mb-5 text-xl" id="langkah">
        {t('nextTitle')}
      </h2>
      <ol>
        {steps.map(({ state, text, title }, index) => (
          <li
            aria-current={state === 'Now' ? 'step' : undefined}
            className="relative grid grid-cols-[2rem_1fr] gap-4 pb-6 not-last:before:absolute not-last:before:top-8 not-last:before:bottom-0 not-last:before:left-[calc(1rem-1px)] not-last:before:border-l-2 not-last:before:border-line"
            key={title}
          >
            <span
              aria-hidden="true"
              className={`grid size-8 place-items-center rounded-full border-2 text-sm font-bold ${dots[state]}`}
            >
              {state === 'Done' ? '✓' : index + 1}
            </span>
            <div className="pt-0.5">
              <p className="font-bold">
                {title} <span className="sr-only">({t(`stepState${state}`)})</span>
              </p>
              <div className="text-sm text-muted">{text}</div>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
