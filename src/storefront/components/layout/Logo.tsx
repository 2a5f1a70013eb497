import { findShopName } from '../../contact'
import type { StoreLocale } from '../../i18n/locales'
import { StoreLink } from '../StoreLink'

/** The shop's name beside its mark: a receipt with a tick. */
export function Logo({ locale }: { locale: StoreLocale }) {
  return (
    <StoreLink
      className="inline-flex min-h-11 items-center gap-2.5 text-lg font-extrabold tracking-tight"
      locale={locale}
      path="/"
    >
      <svg aria-hidden="true" className="size-7 text-brand" fill="none" viewBox="0 0 32 32">
        <path
          d="M6 3h20v24.5l-3.3-2.6-3.4 2.6-3.3-2.6-3.3 2.6-3.4-2.6L6 27.5z"
          fill="currentColor"
        />
        <path
          className="text-on-brand"
          d="m11 14.5 3.6 3.6 6.6-7.2"
          stroke="currentColor"
          strokeLinecap="round"
          strokeLinejoin="round"
          strokeWidth="2.8"
        />
      </svg>
      {findShopName()}
    </StoreLink>
  )
}
