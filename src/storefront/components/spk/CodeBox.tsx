import { getTranslations } from 'next-intl/server'

import { enterCode, sendCode } from '../../spk/actions'
import { SpkFields } from './SpkFields'
import type { SpkProps } from './SpkView'

/** Whoever comes by a link shows with a code from his mail that he may act. Two plain forms. */
export async function CodeBox(props: SpkProps) {
  const { spk, where } = props
  const t = await getTranslations({ locale: where.locale, namespace: 'spk' })
  return (
    <section aria-labelledby="kode" className="card mb-6 grid gap-4 p-5 sm:p-8">
      <h2 className="text-xl" id="kode">
        {t('codeTitle')}
      </h2>
      <p>{t('codeLead', { email: spk.sentTo })}</p>
      <form action={sendCode}>
        <SpkFields {...props} />
        <button className="btn btn-secondary" type="submit">
          {t('codeSend')}
        </button>
      </form>
      <form action={enterCode} className="grid gap-3">
        <SpkFields {...props} />
        <div>
          <label className="mb-1 block font-semibold" htmlFor="code">
            {t('codeLabel')}
          </label>
          <p className="mb-1.5 text-sm text-muted" id="code-hint">
            {t('codeHint')}
          </p>
          <input
            aria-describedby="code-hint"
            autoComplete="one-time-code"
            className="input max-w-48"
            id="code"
            inputMode="numeric"
            maxLength={12}
            name="code"
            pattern="[0-9 ]{6,12}"
            required
          />
        </div>
        <div>
          <button className="btn btn-primary" type="submit">
            {t('codeEnter')}
          </button>
        </div>
      </form>
      <p className="secure-note">{t('codeSafety')}</p>
    </section>
  )
}
