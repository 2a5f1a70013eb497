import { getTranslations } from 'next-intl/server'

import { findContact, findWhatsappLink } from '../../contact'
import type { StoreLocale } from '../../i18n/locales'
import { ChatIcon } from '../Icons'

type HelpBoxProps = { locale: StoreLocale; number: string }

/** A person to turn to, with the order's number already in the message. */
export async function HelpBox({ locale, number }: HelpBoxProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const footer = await getTranslations({ locale, namespace: 'footer' })
  const { email } = findContact()
  const whatsapp = findWhatsappLink(t('helpWhatsapp', { number }))
  return (
    <section aria-labelledby="bantuan">
      <h2 className="mb-2 text-xl" id="bantuan">
        {t('needHelp')}
      </h2>
      <p className="mb-3 text-muted">{t('helpText', { number })}</p>
      <div className="flex flex-wrap gap-3">
        {whatsapp ? (
          <a className="btn btn-secondary" href={whatsapp} rel="noopener noreferrer">
            <ChatIcon />
            {footer('whatsapp')}
          </a>
        ) : null}
        <a
          className="btn btn-secondary"
          href={`mailto:${email}?subject=${encodeURIComponent(t('title', { number }))}`}
        >
          {email}
        </a>
      </div>
    </section>
  )
}
