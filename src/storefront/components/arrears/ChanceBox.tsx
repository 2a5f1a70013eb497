import { getTranslations } from 'next-intl/server'

import { addDays, clock, formatDay, wibDayOf } from '@/plugin/kernel/time'

import { choicePath } from '../../arrears/paths'
import { localPath } from '../../i18n/locales'
import { ChanceNews } from './ArrearsFacts'
import { ChanceForm } from './ChanceForm'
import type { ChoiceProps } from './ChoiceFields'

/** *Minta perpanjangan waktu*: the form, or what became of it. */
export async function ChanceBox({ arrears, locale, token }: ChoiceProps) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const { lastChanceDay: max } = arrears
  return (
    <section aria-labelledby="perpanjangan" className="mt-10">
      <h2 className="mb-2 text-xl" id="perpanjangan">
        {t('askChance')}
      </h2>
      {arrears.canAskForChance ? (
        <>
          <p className="mb-5 text-muted">{t('chanceLead')}</p>
          <ChanceForm
            copy={{
              errorTitle: t('errorTitle'),
              sending: t('sending'),
              submit: t('chanceSubmit'),
              until: {
                hint: t('untilHint', { date: formatDay(max, locale) }),
                label: t('until'),
              },
              wish: { hint: t('wishHint'), label: t('wish') },
            }}
            hidden={{ locale, token }}
            limits={{ max, min: addDays(wibDayOf(clock.now()), 1) }}
            permalink={localPath({ locale, path: choicePath(token) })}
          />
        </>
      ) : (
        <ChanceNews arrears={arrears} locale={locale} />
      )}
    </section>
  )
}
