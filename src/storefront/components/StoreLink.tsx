import Link from 'next/link'
import type { ReactNode } from 'react'

import { localPath, type StoreLocale } from '../i18n/locales'

type StoreLinkProps = {
  children: ReactNode
  className?: string
  locale: StoreLocale
  /** Address without a language prefix. */
  path: string
}

/** A link inside the shop, in the language of the page. */
export function StoreLink({ children, className, locale, path }: StoreLinkProps) {
  return (
    <Link className={className} href={localPath({ locale, path })} prefetch={false}>
      {children}
    </Link>
  )
}
