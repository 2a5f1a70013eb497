import { getTranslations } from 'next-intl/server'

import { findContact, findShopName } from '../../contact'
import type { StoreLocale } from '../../i18n/locales'
import { whatsappLink } from '../../whatsappLink'
import { StoreLink } from '../StoreLink'
import { ThemeToggle } from './ThemeToggle'

type LocaleProps = { locale: StoreLocale }

const footerLink = 'inline-flex min-h-8 items-center text-muted hover:text-ink hover:underline'

const legalPages = [
  ['/syarat-ketentuan', 'terms'],
  ['/kebijakan-privasi', 'privacy'],
  ['/kebijakan-pengembalian-dana', 'refund'],
  ['/kebijakan-cicilan', 'instalments'],
  ['/tanya-jawab', 'questions'],
  ['/kontak', 'contact'],
] as const

async function LegalLinks({ locale }: LocaleProps) {
  const t = await getTranslations({ locale, namespace: 'footer' })
  return (
    <nav aria-label={t('legal')}>
      <h2 className="mb-2 text-base">{t('legal')}</h2>
      <ul>
        {legalPages.map(([path, key]) => (
          <li key={path}>
            <StoreLink className={footerLink} locale={locale} path={path}>
              {t(key)}
            </StoreLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

async function HelpLinks({ locale }: LocaleProps) {
  const t = await getTranslations({ locale, namespace: 'footer' })
  const { email, whatsapp } = findContact()
  return (
    <div>
      <h2 className="mb-2 text-base">{t('help')}</h2>
      <ul>
        <li>
          <StoreLink className={footerLink} locale={locale} path="/bantuan">
            {t('report')}
          </StoreLink>
        </li>
        <li>
          <StoreLink className={footerLink} locale={locale} path="/akun">
            {t('account')}
          </StoreLink>
        </li>
        <li>
          <a className={footerLink} href={`mailto:${email}`}>
            {email}
          </a>
        </li>
        {whatsapp ? (
          <li>
            <a className={footerLink} href={whatsappLink({ number: whatsapp, text: '' })}>
              {t('whatsapp')} +{whatsapp}
            </a>
          </li>
        ) : null}
      </ul>
    </div>
  )
}

/** Who we are, help, terms, and the choice of light or dark. */
export async function Footer({ locale }: LocaleProps) {
  const t = await getTranslations({ locale, namespace: 'footer' })
  const theme = await getTranslations({ locale, namespace: 'theme' })
  return (
    <footer className="border-t border-line bg-sunken pt-12 pb-28 text-sm">
      <div className="wrap grid gap-10 md:grid-cols-[2fr_1fr_1fr_1.2fr]">
        <div className="max-w-sm">
          <p className="mb-2 text-lg font-extrabold tracking-tight">{findShopName()}</p>
          <p className="text-muted">{t('about')}</p>
          <p className="mt-3 text-muted">
            {t('paidBy')} {t('noFee')}
          </p>
        </div>
        <HelpLinks locale={locale} />
        <LegalLinks locale={locale} />
        <ThemeToggle
          labels={{ gelap: theme('gelap'), sistem: theme('sistem'), terang: theme('terang') }}
          legend={theme('legend')}
        />
      </div>
    </footer>
  )
}
