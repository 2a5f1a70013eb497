import { getTranslations } from 'next-intl/server'

import { spkLabel } from '@/plugin/spk'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'
import { spkPath } from '../../spk/place'
import { spkTone } from '../../spk/tone'
import { StoreLink } from '../StoreLink'
import { ToneBadge } from '../ToneBadge'
import { Journey } from './Journey'

type SpkCardProps = { locale: StoreLocale; order: Pick<PublicOrder, 'spk' | 'token'> }

/** Instead of a pay button while the agreement comes first. */
export async function AgreeBox({ locale }: Pick<SpkCardProps, 'locale'>) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return <p>{t('agreeFirst')}</p>
}

/** How the agreement of an order stands and the way to it; nothing where none is needed. */
export async function SpkCard({ locale, order: { spk, token } }: SpkCardProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return spk ? (
    <section aria-labelledby="spk" className="card mb-6 grid gap-3 p-6 sm:p-8">
      <p className="eyebrow">{t('pageTitle')}</p>
      <Journey locale={locale} state={spk.state} />
      <h2 className="text-xl" id="spk">
        {spk.isConfirmed ? t('cardConfirmed') : t('notConfirmed')}
      </h2>
      <p>
        <ToneBadge tone={spkTone(spk)}>{spkLabel(spk.state)[locale]}</ToneBadge>
      </p>
      <p>
        <span className="font-semibold">{t(`turns.${spk.turn}`)}.</span> {t(`next.${spk.state}`)}
      </p>
      {spk.signBy && !spk.isConfirmed ? (
        <p className="font-semibold">
          <time dateTime={spk.signBy}>
            {t('until', { date: moment({ at: spk.signBy, locale }) })}
          </time>
        </p>
      ) : null}
      <p>
        <StoreLink
          className={`btn ${spk.turn === 'customer' && !spk.isConfirmed ? 'btn-primary' : 'btn-secondary'}`}
          locale={locale}
          path={spkPath({ kind: 'order', word: token })}
        >
          {t('open')}
        </StoreLink>
      </p>
    </section>
  ) : null
}
