import { getTranslations } from 'next-intl/server'

import { formatBytes } from '@/plugin/kernel/bytes'

import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type Downloads = NonNullable<PublicOrder['items'][number]['downloads']>

type FileCardProps = { file: Downloads['files'][number]; locale: StoreLocale; token: string }

/** The button: a plain form, so that it works without JavaScript, and looking at it fetches nothing. */
async function GetButton({ file, locale, token }: FileCardProps) {
  const t = await getTranslations({ locale, namespace: 'download' })
  if (file.state === 'preparing') {
    return (
      <p className="notice" data-tone="info">
        {t('preparing')}
      </p>
    )
  }
  if (file.timesLeft <= 0) {
    return (
      <p className="notice" data-tone="warning">
        {t('usedUp')}
      </p>
    )
  }
  return (
    <form action="/unduh" className="grid" method="post">
      <input name="token" type="hidden" value={token} />
      <input name="file" type="hidden" value={file.id} />
      <input name="locale" type="hidden" value={locale} />
      <button
        aria-label={t('getNamed', { name: file.name })}
        className="btn btn-primary"
        type="submit"
      >
        {t('get')}
      </button>
    </form>
  )
}

/** One version that can be fetched: what it is, how large, its fingerprint, how often is left. */
export async function FileCard(props: FileCardProps) {
  const { file, locale } = props
  const t = await getTranslations({ locale, namespace: 'download' })
  return (
    <li className="grid gap-4 border-t border-line pt-5 first:border-0 first:pt-0">
      <div>
        <p className="font-bold break-all">{file.name}</p>
        <p className="text-sm text-muted">{t('version', { version: file.version })}</p>
      </div>
      {file.size !== undefined && file.sha256 ? (
        <dl className="grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
          <div>
            <dt className="text-muted">{t('size')}</dt>
            <dd className="font-semibold">{formatBytes(file.size, locale)}</dd>
          </div>
          <div>
            <dt className="text-muted">{t('left')}</dt>
            <dd className="font-semibold">{t('times', { count: file.timesLeft })}</dd>
          </div>
          <div className="sm:col-span-2">
            <dt className="text-muted">{t('fingerprint')}</dt>
            <dd className="font-mono text-xs break-all">{file.sha256}</dd>
            <dd className="mt-1 text-xs text-muted">{t('fingerprintHelp')}</dd>
          </div>
        </dl>
      ) : null}
      {file.changelog ? (
        <details className="text-sm">
          <summary className="w-fit cursor-pointer py-1 underline underline-offset-4">
            {t('news')}
          </summary>
          <p className="mt-2 whitespace-pre-line">{file.changelog}</p>
        </details>
      ) : null}
      <GetButton {...props} />
    </li>
  )
}
