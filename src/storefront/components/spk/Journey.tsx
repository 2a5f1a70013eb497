import { getTranslations } from 'next-intl/server'

import type { PublicSpk } from '@/plugin/spk'

import type { StoreLocale } from '../../i18n/locales'
import { resolveJourney } from '../../spk/journey'

type JourneyProps = { locale: StoreLocale; state: PublicSpk['state'] }

/** The stages of an agreement, how far it has come, and who acts in each. Nothing once it has ended. */
export async function Journey({ locale, state }: JourneyProps) {
  const steps = resolveJourney(state)
  const t = await getTranslations({ locale, namespace: 'spk' })
  const now = steps.find(({ standing }) => standing === 'now')
  return steps.length === 0 ? null : (
    <div className="mb-6">
      {now ? (
        <p aria-hidden="true" className="mb-2 text-sm sm:hidden">
          {t('journeyAt', { at: steps.indexOf(now) + 1, of: steps.length })}{' '}
          <strong>{t(`stages.${now.stage}.name`)}</strong>
        </p>
      ) : null}
      <ol aria-label={t('journeyTitle')} className="journey">
        {steps.map(({ stage, standing }) => (
          <li
            aria-current={standing === 'now' ? 'step' : undefined}
            data-standing={standing}
            key={stage}
          >
            <span className="journey-stage">{t(`stages.${stage}.name`)}</span>
            <span className="journey-who">{t(`stages.${stage}.who`)}</span>
            <span className="sr-only">{t(`standings.${standing}`)}</span>
          </li>
        ))}
      </ol>
    </div>
  )
}
