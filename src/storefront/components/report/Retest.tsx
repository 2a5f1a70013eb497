import { getTranslations } from 'next-intl/server'

import { calendarDay } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { askForRetest } from '../../report/actions'
import type { PublicOrder } from '../../shop'

type Item = PublicOrder['items'][number]

type RetestProps = { item: Item; locale: StoreLocale; token: string }

/** Asks to have what was mended looked at again, or says why that cannot be asked for. */
export async function Retest({ item, locale, token }: RetestProps) {
  const t = await getTranslations({ locale, namespace: 'report' })
  const { retest = 'none', retestUntil } = item.reports ?? {}
  if (retest === 'none') {
    return null
  }
  const said = { over: 'retestOver', used: 'retestUsed', wanted: 'retestWanted' } as const
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <h3 className="text-lg font-bold">{t('retestTitle')}</h3>
      {retest === 'available' && retestUntil ? (
        <form action={askForRetest} className="grid gap-3 sm:justify-items-start">
          <p>{t('retestHint', { date: calendarDay({ at: retestUntil, locale }) })}</p>
          <input name="token" type="hidden" value={token} />
          <input name="item" type="hidden" value={item.id} />
          <input name="locale" type="hidden" value={locale} />
          <button className="btn btn-secondary" type="submit">
            {t('retestAsk')}
          </button>
        </form>
      ) : (
        <p className="notice" data-tone={retest === 'wanted' ? 'info' : 'warning'}>
          {t(said[retest === 'available' ? 'over' : retest])}
        </p>
      )}
    </div>
  )
}
