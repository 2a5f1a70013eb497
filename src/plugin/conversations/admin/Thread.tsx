import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'
import type { Post } from '../schema'

import { formatInstantShort } from '../../kernel/time'
import { THREAD_TEXTS } from './threadTexts'

/** What was written so far, the oldest first. Plain text: nothing in it is a link or runs. */
export const Thread = (props: { locale: Locale; posts: readonly Post[] }): ReactElement => {
  const { locale, posts } = props
  const text = THREAD_TEXTS[locale]
  if (posts.length === 0) {
    return <p>{text.empty}</p>
  }
  return (
    <ol className="lunas-thread">
      {posts.map(({ authorKind, authorName, body, createdAt, id }) => (
        <li className={`lunas-thread__post lunas-thread__post--${authorKind}`} key={id}>
          <p className="lunas-thread__by">
            {authorKind === 'system' ? (
              text.system
            ) : (
              <>
                <bdi>{authorName}</bdi> ({text[authorKind]})
              </>
            )}{' '}
            · <time dateTime={createdAt}>{formatInstantShort(new Date(createdAt), locale)}</time>
          </p>
          <p className="lunas-thread__body" dir="auto">
            {body}
          </p>
        </li>
      ))}
    </ol>
  )
}
