import { getTranslations } from 'next-intl/server'

import { followNotice, markNotice } from '../../account/noticeActions'
import { findOwnNotices, type Notice } from '../../account/notices'
import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'
import { PageTurner } from './PageTurner'

type Shared = { locale: StoreLocale; page: number }

/** Where a form of the list comes back to. */
function Whence({ id, locale, page }: Shared & { id: string }) {
  return (
    <>
      <input name="id" readOnly type="hidden" value={id} />
      <input name="locale" readOnly type="hidden" value={locale} />
      <input name="page" readOnly type="hidden" value={page} />
    </>
  )
}

async function Deeds({ notice, ...shared }: Shared & { notice: Notice }) {
  const t = await getTranslations({ locale: shared.locale, namespace: 'account' })
  return (
    <div className="mt-4 flex flex-wrap items-center gap-x-6 gap-y-3">
      <form action={followNotice}>
        <Whence {...shared} id={notice.id} />
        <button
          aria-describedby={`perihal-${notice.id}`}
          className="btn btn-secondary"
          type="submit"
        >
          {notice.link.label}
        </button>
      </form>
      <form action={markNotice}>
        <Whence {...shared} id={notice.id} />
        <input name="isRead" readOnly type="hidden" value={notice.isRead ? '0' : '1'} />
        <button
          aria-describedby={`perihal-${notice.id}`}
          className="link min-h-6 cursor-pointer text-sm"
          type="submit"
        >
          {t(notice.isRead ? 'markUnread' : 'markRead')}
        </button>
      </form>
    </div>
  )
}

async function NoticeCard({ notice, ...shared }: Shared & { notice: Notice }) {
  const t = await getTranslations({ locale: shared.locale, namespace: 'account' })
  const { amount, at, heading, id, intro, isRead } = notice
  return (
    <li className="card p-5" data-unread={isRead ? undefined : ''}>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 className="text-lg" id={`perihal-${id}`}>
          {heading}
        </h2>
        {isRead ? null : (
          <span className="badge" data-tone="info">
            {t('unread')}
          </span>
        )}
      </div>
      <p className="text-sm text-muted">{moment({ at, locale: shared.locale })}</p>
      <p className="mt-2 max-w-[60ch]">{intro}</p>
      {amount ? (
        <p className="mt-2">
          {amount.label}: <span className="money font-semibold">{amount.value}</span>
        </p>
      ) : null}
      <Deeds {...shared} notice={notice} />
    </li>
  )
}

async function MarkAll({ locale, page }: Shared) {
  const t = await getTranslations({ locale, namespace: 'account' })
  return (
    <form action={markNotice} className="mb-5">
      <Whence id="all" locale={locale} page={page} />
      <input name="isRead" readOnly type="hidden" value="1" />
      <button className="btn btn-secondary" type="submit">
        {t('markAllRead')}
      </button>
    </form>
  )
}

/** The customer's own notices, newest first. Looking at them changes nothing. */
export async function NoticeList({ customerId, locale, page }: Shared & { customerId: string }) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { hasMore, notices, unread } = await findOwnNotices({ customerId, locale, page })
  const lead = notices.length > 0 ? t('noticesUnread', { count: unread }) : t('noticesEmpty')
  return (
    <>
      <PageHead lead={lead} title={t('noticesTitle')} />
      {unread > 0 ? <MarkAll locale={locale} page={page} /> : null}
      <ul className="grid gap-4">
        {notices.map((notice) => (
          <NoticeCard key={notice.id} locale={locale} notice={notice} page={page} />
        ))}
      </ul>
      <PageTurner hasMore={hasMore} locale={locale} page={page} path="/akun/notifikasi" />
      <p className="mt-10">
        <StoreLink className="link" locale={locale} path="/akun">
          {t('backToAccount')}
        </StoreLink>
      </p>
    </>
  )
}
