import { getTranslations } from 'next-intl/server'

import { localPath, otherLocale, type StoreLocale } from '../../i18n/locales'
import { CartIcon } from '../Icons'
import { StoreLink } from '../StoreLink'
import { Logo } from './Logo'

type HeaderProps = { locale: StoreLocale; path: string }

const navLink =
  'inline-flex min-h-11 items-center px-1 font-semibold text-ink underline-offset-8 decoration-2 decoration-accent hover:underline'

async function MainNav({ locale }: { locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'site' })
  const links = [
    ['/produk', t('products')],
    ['/#hosting', t('hosting')],
    ['/pesanan', t('orders')],
  ] as const
  return (
    <nav aria-label={t('menu')} className="order-3 w-full sm:order-none sm:w-auto">
      <ul className="flex gap-5 sm:gap-6">
        {links.map(([path, label]) => (
          <li key={path}>
            <StoreLink className={navLink} locale={locale} path={path}>
              {label}
            </StoreLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Name of the shop, main menu, language switch and cart. */
export async function Header({ locale, path }: HeaderProps) {
  const t = await getTranslations({ locale, namespace: 'site' })
  const other = otherLocale(locale)
  return (
    <header className="border-b border-line bg-paper">
      <div className="wrap flex flex-wrap items-center gap-x-3 py-2 sm:gap-x-8 sm:py-3">
        <Logo locale={locale} />
        <MainNav locale={locale} />
        <div className="ml-auto flex items-center gap-1 sm:gap-4">
          <a
            aria-label={t('switchLocaleLabel')}
            className="inline-flex min-h-11 items-center px-2 text-sm font-semibold text-muted hover:text-ink"
            href={localPath({ locale: other, path })}
            hrefLang={other}
            lang={other}
          >
            {other.toUpperCase()}
          </a>
          <StoreLink
            className="inline-flex min-h-11 items-center gap-2 rounded-control border border-line-strong bg-surface px-3 font-semibold hover:border-ink"
            locale={locale}
            path="/keranjang"
          >
            <CartIcon />
            <span className="max-[22rem]:sr-only">{t('cart')}</span>
          </StoreLink>
        </div>
      </div>
    </header>
  )
}
