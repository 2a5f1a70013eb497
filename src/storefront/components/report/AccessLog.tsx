import { getTranslations } from 'next-intl/server'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type Reports = NonNullable<PublicOrder['items'][number]['reports']>

type AccessLogProps = { accesses: Reports['accesses']; locale: StoreLocale }

/** Who fetched the report or saw its password, the newest first: for the customer to check. */
export async function AccessLog({ accesses, locale }: AccessLogProps) {
  const t = await getTranslations({ locale, namespace: 'report' })
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <h3 className="text-lg font-bold">{t('accessTitle')}</h3>
      {accesses.length === 0 ? (
        <p className="text-sm text-muted">{t('accessNone')}</p>
      ) : (
        <>
          <p className="text-sm text-muted">{t('accessHint')}</p>
          <ol className="grid gap-2 text-sm">
            {accesses.map(({ at, by, revision, what }, line) => (
              <li className="border-l-2 border-line-strong pl-3" key={`${at}${String(line)}`}>
                <p className="font-semibold">
                  {t(what)} · {t('revision', { revision })}
                </p>
                <p className="text-muted">
                  <time dateTime={at}>{moment({ at, locale })}</time> · {by ?? t('accessHolder')}
                </p>
              </li>
            ))}
          </ol>
        </>
      )}
    </div>
  )
}
