'use client'

import { useParams } from 'next/navigation'

import { localPath, toStoreLocale } from '@/storefront/i18n/locales'
import { errorTexts } from '@/storefront/messages/errorTexts'

type CrashProps = { error: Error & { digest?: string }; reset: () => void }

/** The shop's own crash page: an apology, another try, and the number that finds it in the log. */
export default function Crash({ error, reset }: CrashProps) {
  const { locale: segment } = useParams<{ locale?: string }>()
  const locale = toStoreLocale(segment)
  const texts = errorTexts[locale]
  return (
    <main className="wrap-narrow py-20">
      <h1>{texts.title}</h1>
      <p className="mt-3 text-lg text-muted">{texts.text}</p>
      {error.digest ? <p className="mt-2 font-mono text-sm text-muted">#{error.digest}</p> : null}
      <div className="mt-8 flex flex-wrap gap-3">
        <button className="btn btn-primary" onClick={reset} type="button">
          {texts.retry}
        </button>
        <a className="btn btn-secondary" href={localPath({ locale, path: '/' })}>
          {texts.home}
        </a>
      </div>
    </main>
  )
}
