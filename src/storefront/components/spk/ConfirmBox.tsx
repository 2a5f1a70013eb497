import { getTranslations } from 'next-intl/server'

import { confirmData } from '../../spk/actions'
import { SpkFields } from './SpkFields'
import type { SpkProps } from './SpkView'

/** How the content is checked, with the ways to its parts; for whoever may answer. */
export async function CheckGuide({ spk, where }: SpkProps) {
  if (spk.proof === 'none' || !spk.can.includes('confirmContent')) {
    return null
  }
  const t = await getTranslations({ locale: where.locale, namespace: 'spk' })
  return (
    <ol className="mt-4 list-decimal space-y-1 pl-5">
      <li>
        <a className="link" href="#isi-spk">
          {t('check1')}
        </a>
      </li>
      <li>{t('check2')}</li>
      <li>
        {t('check3')}{' '}
        <a className="link" href="#periksa">
          {t('checkGo')}
        </a>
      </li>
    </ol>
  )
}

/** *Data benar*, below everything that it is about: exactly what this page shows is confirmed. */
export async function ConfirmBox({ spk, where }: SpkProps) {
  const t = await getTranslations({ locale: where.locale, namespace: 'spk' })
  return spk.content ? (
    <section aria-labelledby="periksa" className="card mb-6 grid gap-4 p-5 sm:p-8">
      <h2 className="text-xl" id="periksa">
        {t('checkTitle')}
      </h2>
      <form action={confirmData} className="grid gap-4">
        <SpkFields spk={spk} where={where} />
        <input name="hash" readOnly type="hidden" value={spk.content.hash} />
        <label className="flex items-start gap-3">
          <input
            className="mt-1 size-5 flex-none"
            name="agreed"
            required
            type="checkbox"
            value="1"
          />
          <span>{t('confirmAgree')}</span>
        </label>
        <div>
          <button className="btn btn-primary" type="submit">
            {t('confirm')}
          </button>
        </div>
      </form>
    </section>
  ) : null
}
