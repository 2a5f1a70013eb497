import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import type { StoreLocale } from '../../i18n/locales'

import { Footer } from './Footer'
import { Header } from './Header'
import { WhatsappButton } from './WhatsappButton'

/** What a page tells its frame. */
export type ShellProps = {
  children: ReactNode
  /** Payment steps keep the corner free for their own button. */
  hideWhatsapp?: boolean
  locale: StoreLocale
  /** The page's address without a language prefix; the language switch leads there. */
  path: string
  /** Begins the WhatsApp message with what the visitor is looking at. */
  whatsappText?: string
}

/** Header, main landmark and footer around every page. */
export async function Shell({
  children,
  hideWhatsapp = false,
  locale,
  path,
  whatsappText,
}: ShellProps) {
  const t = await getTranslations({ locale, namespace: 'site' })
  return (
    <>
      <a className="skip-link btn btn-primary" href="#isi">
        {t('skip')}
      </a>
      <Header locale={locale} path={path} />
      <main className="pb-20" id="isi" tabIndex={-1}>
        {children}
      </main>
      <Footer locale={locale} />
      {hideWhatsapp ? null : <WhatsappButton locale={locale} text={whatsappText} />}
    </>
  )
}
