import { getTranslations } from 'next-intl/server'

import { moment } from '../../format'
import type { SpkProps } from './SpkView'

/** What has happened to the agreement, the newest last, and who did it. */
export async function Story({ spk, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return (
    <section aria-labelledby="riwayat" className="mt-10">
      <h2 className="mb-4 text-xl" id="riwayat">
        {t('storyTitle')}
      </h2>
      <ol className="grid gap-3 border-l-2 border-line pl-5">
        {spk.story.map(({ at, by, event, label }) => (
          <li key={`${at}${event}`}>
            <p className="font-semibold">{label[locale]}</p>
            <p className="text-sm text-muted">
              <time dateTime={at}>{moment({ at, locale })}</time> · {t(`actors.${by}`)}
            </p>
          </li>
        ))}
        <li aria-current="step">
          <p className="font-semibold">{spk.stateLabel[locale]}</p>
          <p className="text-sm text-muted">{t(`turns.${spk.turn}`)}</p>
        </li>
      </ol>
    </section>
  )
}
