import { getTranslations } from 'next-intl/server'
import { randomUUID } from 'node:crypto'

import { moment } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { markSolved, sendPost } from '../../problem/actions'
import type { PublicProblem } from '../../problem/problems'
import { AnswerForm } from '../conversation/AnswerForm'
import { Thread } from '../conversation/Thread'
import { StoreLink } from '../StoreLink'

type PartProps = { locale: StoreLocale; problem: PublicProblem }

const NEWS = {
  gangguan: { key: 'failed', tone: 'danger' },
  selesai: { key: 'newsSolved', tone: 'success' },
  terkirim: { key: 'newsSent', tone: 'success' },
  'terkirim-lagi': { key: 'newsPosted', tone: 'success' },
} as const

const TONES = { answered: 'info', open: 'warning', resolved: 'success', working: 'info' } as const

async function News({ code, locale, problem }: PartProps & { code: unknown }) {
  const news = Object.entries(NEWS).find(([name]) => name === code)?.[1]
  if (!news) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'problem' })
  return (
    <p className="notice mb-6" data-tone={news.tone} role="status">
      {t(news.key, { number: problem.number })}
    </p>
  )
}

async function Facts({ locale, problem }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'problem' })
  const { pictures, replyBy, reportedAt, reopenUntil } = problem
  return (
    <dl className="card mb-8 grid gap-4 p-5 sm:grid-cols-2">
      {replyBy ? (
        <div>
          <dt className="text-sm text-muted">{t('replyBy')}</dt>
          <dd className="font-semibold">
            <time dateTime={replyBy}>{moment({ at: replyBy, locale })}</time>
          </dd>
        </div>
      ) : null}
      {reopenUntil ? (
        <div>
          <dt className="text-sm text-muted">{t('reopenUntil')}</dt>
          <dd>
            <time dateTime={reopenUntil}>{moment({ at: reopenUntil, locale })}</time>
          </dd>
        </div>
      ) : null}
      <div>
        <dt className="text-sm text-muted">{t('reportedAt')}</dt>
        <dd>
          <time dateTime={reportedAt}>{moment({ at: reportedAt, locale })}</time>
        </dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t('what')}</dt>
        <dd>
          {problem.whatLabel[locale]}
          {pictures > 0 ? ` · ${t('withPictures', { count: pictures })}` : ''}
        </dd>
      </div>
    </dl>
  )
}

async function Answer({ locale, problem }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'problem' })
  const { canReply, state, token } = problem
  if (!canReply) {
    return (
      <p className="mt-8">
        {t('tooLate')}{' '}
        <StoreLink className="link" locale={locale} path="/bantuan">
          {t('newReport')}
        </StoreLink>
      </p>
    )
  }
  const isSolved = state === 'resolved'
  return (
    <section aria-labelledby="tulis" className="mt-10">
      <h2 className="mb-3 text-xl" id="tulis">
        {t(isSolved ? 'writeAgain' : 'write')}
      </h2>
      <AnswerForm
        action={sendPost}
        copy={{
          errorTitle: t('errorTitle'),
          ...(isSolved ? { hint: t('writeAgainHint') } : {}),
          label: t('message'),
          sending: t('sending'),
          submit: t('send'),
        }}
        hidden={{ key: randomUUID(), locale, token }}
        permalink={localPath({ locale, path: `/bantuan/${token}` })}
      />
    </section>
  )
}

async function Solved({ locale, problem }: PartProps) {
  const t = await getTranslations({ locale, namespace: 'problem' })
  return problem.state === 'resolved' ? null : (
    <section aria-labelledby="beres" className="mt-10 border-t border-line pt-6">
      <h2 className="mb-2 text-lg" id="beres">
        {t('solvedTitle')}
      </h2>
      <p className="mb-4 text-muted">{t('solvedText')}</p>
      <form action={markSolved}>
        <input name="locale" readOnly type="hidden" value={locale} />
        <input name="token" readOnly type="hidden" value={problem.token} />
        <button className="btn btn-secondary" type="submit">
          {t('solved')}
        </button>
      </form>
    </section>
  )
}

/** The page of one report, for whoever made it: where it stands, what was written, what he can do. */
export async function ProblemPage(props: PartProps & { news: unknown }) {
  const { locale, news, problem } = props
  const t = await getTranslations({ locale, namespace: 'problem' })
  return (
    <div className="pt-10 sm:pt-14">
      <News code={news} locale={locale} problem={problem} />
      <p className="mb-3">
        <span className="badge" data-tone={TONES[problem.state]}>
          {problem.label[locale]}
        </span>
      </p>
      <h1 className="mb-6 text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)]">
        {t('reportTitle', { number: problem.number })}
      </h1>
      <Facts locale={locale} problem={problem} />
      <section aria-labelledby="percakapan">
        <h2 className="mb-4 text-xl" id="percakapan">
          {t('conversation')}
        </h2>
        <Thread locale={locale} posts={problem.posts} />
      </section>
      <Answer locale={locale} problem={problem} />
      <Solved locale={locale} problem={problem} />
    </div>
  )
}
