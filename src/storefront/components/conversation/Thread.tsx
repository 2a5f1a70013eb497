import { getTranslations } from 'next-intl/server'

import type { Post } from '@/plugin/conversations'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'

type ThreadProps = { locale: StoreLocale; posts: readonly Omit<Post, 'id'>[] }

/** What customer and shop have written, the oldest first. Plain text, whatever was typed. */
export async function Thread({ locale, posts }: ThreadProps) {
  const t = await getTranslations({ locale, namespace: 'conversation' })
  return (
    <ol className="grid gap-4">
      {posts.map(({ authorKind, authorName, body, createdAt, seq }) => (
        <li className="thread-post" data-author={authorKind} key={seq}>
          <p className="mb-1 text-sm text-muted">
            {authorKind === 'customer' ? (
              <strong className="text-ink">{t('you')}</strong>
            ) : (
              <strong className="text-ink">
                {authorKind === 'staff' ? <bdi>{authorName}</bdi> : t('shop')}
              </strong>
            )}{' '}
            · <time dateTime={createdAt}>{moment({ at: createdAt, locale })}</time>
          </p>
          <p className="whitespace-pre-line break-words" dir="auto">
            {body}
          </p>
        </li>
      ))}
    </ol>
  )
}
