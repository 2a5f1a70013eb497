import { getTranslations } from 'next-intl/server'

import { calendarDay } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type Item = PublicOrder['items'][number]
type Scope = NonNullable<Item['scope']>

type CardProps = { isNamed: boolean; item: Item; locale: StoreLocale; scope: Scope; token: string }

/** What is next, in one sentence. */
async function Sentence({ locale, scope }: Pick<CardProps, 'locale' | 'scope'>) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const { domain = '', readyOn, startsOn, state } = scope
  if (startsOn && readyOn) {
    return (
      <p>
        {t('boxAgreed', {
          domain,
          readyOn: calendarDay({ at: readyOn, locale }),
          startsOn: calendarDay({ at: startsOn, locale }),
        })}
      </p>
    )
  }
  return <p className="text-muted">{t(`box.${state}`, { domain })}</p>
}

async function ScopeCard({ isNamed, item, locale, scope, token }: CardProps) {
  const t = await getTranslations({ locale, namespace: 'scope' })
  const id = `lingkup-${item.id}`
  const isWanted = scope.canSubmit && ['changes', 'draft', 'submitted'].includes(scope.state)
  return (
    <section aria-labelledby={id} className="card grid gap-3 p-6">
      <h2 className="text-xl" id={id}>
        {isNamed ? t('titleNamed', { title: item.title }) : t('title')}
      </h2>
      <Sentence locale={locale} scope={scope} />
      <p>
        <a
          className={`btn ${isWanted ? 'btn-primary' : 'btn-secondary'}`}
          href={localPath({ locale, path: `/pesanan/${token}/lingkup/${item.id}` })}
        >
          {t(`button.${scope.state}`)}
        </a>
      </p>
    </section>
  )
}

/** The scopes of an order: where they stand, and the way to them. Nothing when it has none. */
export function ScopeBox({ locale, order }: { locale: StoreLocale; order: PublicOrder }) {
  const items = order.items.filter(({ scope }) => scope !== null && scope.state !== 'cancelled')
  return items.length === 0 ? null : (
    <div className="mt-6 grid gap-5" id="lingkup">
      {items.map((item) =>
        item.scope ? (
          <ScopeCard
            isNamed={items.length > 1}
            item={item}
            key={item.id}
            locale={locale}
            scope={item.scope}
            token={order.token}
          />
        ) : null,
      )}
    </div>
  )
}
