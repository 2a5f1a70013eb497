import { getTranslations } from 'next-intl/server'

import { localPath, type StoreLocale } from '../../i18n/locales'

type LoginHintProps = {
  locale: StoreLocale
  /** Where the login leads back to, without a language prefix. */
  next: string
}

/** Tells a guest at the checkout that a login saves typing. */
export async function LoginHint({ locale, next }: LoginHintProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const path = `/akun?lanjut=${encodeURIComponent(next)}`
  return (
    <p className="-mt-4 mb-8 text-muted">
      {t.rich('beforeCheckout', {
        link: (label) => (
          <a className="link" href={localPath({ locale, path })}>
            {label}
          </a>
        ),
      })}
    </p>
  )
}
