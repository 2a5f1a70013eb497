import type { StoreLocale } from '../i18n/locales'
import { StoreLink } from './StoreLink'

type EmptyStateProps = {
  action: string
  locale: StoreLocale
  path: string
  text: string
  title: string
}

/** Nothing here yet, and the way on. */
export function EmptyState({ action, locale, path, text, title }: EmptyStateProps) {
  return (
    <div className="py-16 text-center sm:py-24">
      <svg
        aria-hidden="true"
        className="mx-auto mb-6 w-24 text-line-strong"
        fill="none"
        stroke="currentColor"
        strokeLinecap="round"
        strokeLinejoin="round"
        strokeWidth="2"
        viewBox="0 0 64 64"
      >
        <path d="M14 6h36v50l-6-4.5-6 4.5-6-4.5-6 4.5-6-4.5-6 4.5zM23 20h18M23 30h18M23 40h8" />
      </svg>
      <h1 className="text-3xl">{title}</h1>
      <p className="mx-auto mt-3 max-w-[42ch] text-muted">{text}</p>
      <StoreLink className="btn btn-primary mt-8" locale={locale} path={path}>
        {action}
      </StoreLink>
    </div>
  )
}
