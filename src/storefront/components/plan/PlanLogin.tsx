import { getTranslations } from 'next-intl/server'

import { localPath, type StoreLocale } from '../../i18n/locales'

type PlanLoginProps = {
  locale: StoreLocale
  /** The checkout with its choice, without a language prefix. */
  next: string
}

/** Stands where the button would: a plan belongs to an account. */
export async function PlanLogin({ locale, next }: PlanLoginProps) {
  const t = await getTranslations({ locale, namespace: 'plan' })
  const login = `/akun?lanjut=${encodeURIComponent(next)}`
  return (
    <section aria-labelledby="perlu-akun" className="card grid gap-3 p-5">
      <h2 className="text-lg" id="perlu-akun">
        {t('loginTitle')}
      </h2>
      <p className="text-muted">{t('loginText')}</p>
      <a className="btn btn-primary text-lg" href={localPath({ locale, path: login })}>
        {t('login')}
      </a>
      <a className="btn btn-secondary" href={localPath({ locale, path: '/akun/daftar' })}>
        {t('signUp')}
      </a>
    </section>
  )
}
