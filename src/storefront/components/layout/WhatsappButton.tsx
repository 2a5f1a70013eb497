import { getTranslations } from 'next-intl/server'

import { findShopName, findWhatsappLink } from '../../contact'
import type { StoreLocale } from '../../i18n/locales'
import { ChatIcon } from '../Icons'

type WhatsappButtonProps = { locale: StoreLocale; text: string | undefined }

/** The same help in the same corner of every page. */
export async function WhatsappButton({ locale, text }: WhatsappButtonProps) {
  const t = await getTranslations({ locale, namespace: 'home' })
  const href = findWhatsappLink(text ?? `${findShopName()}: `)
  if (!href) {
    return null
  }
  return (
    <aside className="fixed right-4 bottom-4 z-10">
      <a className="btn btn-primary rounded-full shadow-card" href={href} rel="noopener">
        <ChatIcon />
        <span className="sr-only sm:not-sr-only">{t('ask')}</span>
      </a>
    </aside>
  )
}
