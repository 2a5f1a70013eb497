import { getTranslations } from 'next-intl/server'

import { declineIt } from '../../spk/actions'
import { SpkFields } from './SpkFields'
import type { SpkProps } from './SpkView'

/** *Batalkan SPK*: shut until it is looked for, and only with a reason. */
export async function DeclineBox(props: SpkProps) {
  const t = await getTranslations({ locale: props.where.locale, namespace: 'spk' })
  return (
    <details className="disclosure mt-10">
      <summary>{t('declineTitle')}</summary>
      <form action={declineIt} className="grid gap-4 pb-6">
        <SpkFields {...props} />
        <p>{t('declineText')}</p>
        <div>
          <label className="mb-1 block font-semibold" htmlFor="reason">
            {t('declineReason')}
          </label>
          <textarea
            className="input"
            id="reason"
            maxLength={1_000}
            minLength={5}
            name="reason"
            required
            rows={3}
          />
        </div>
        <div>
          <button className="btn btn-secondary" type="submit">
            {t('decline')}
          </button>
        </div>
      </form>
    </details>
  )
}
