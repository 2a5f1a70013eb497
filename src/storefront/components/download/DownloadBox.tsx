import { getTranslations } from 'next-intl/server'

import { clock, daysBetween, wibDayOf } from '@/plugin/kernel/time'

import { resendFiles, showPassword } from '../../download/actions'
import { readFileNotice } from '../../download/notice'
import { calendarDay } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'
import { FileCard } from './FileCard'
import { PasswordBox } from './PasswordBox'

type Item = PublicOrder['items'][number]

type DownloadBoxProps = {
  locale: StoreLocale
  /** Why the files are shown again, as the address says it. */
  notice: unknown
  order: PublicOrder
}

type ItemFilesProps = { isNamed: boolean; item: Item; locale: StoreLocale; token: string }

const daysLeft = (until: string): number =>
  Math.max(0, daysBetween({ from: wibDayOf(clock.now()), to: wibDayOf(new Date(until)) }))

/** Until when the files can be fetched, and until when we help with them. */
async function Terms({ item, locale }: Pick<ItemFilesProps, 'item' | 'locale'>) {
  const t = await getTranslations({ locale, namespace: 'download' })
  const { delivery, downloads } = item
  if (!downloads) {
    return null
  }
  const until = calendarDay({ at: downloads.validUntil, locale })
  const help = delivery?.followUpUntil
  if (downloads.state !== 'active') {
    return <p>{downloads.state === 'revoked' ? t('revoked') : t('expired', { date: until })}</p>
  }
  return (
    <div className="grid gap-1 text-sm">
      <p>{t('validUntil', { date: until })}</p>
      {help && new Date(help) > clock.now() ? (
        <p>{t('support', { date: calendarDay({ at: help, locale }), days: daysLeft(help) })}</p>
      ) : null}
      <p className="text-muted">{t('retryHint')}</p>
    </div>
  )
}

async function ItemFiles({ isNamed, item, locale, token }: ItemFilesProps) {
  const t = await getTranslations({ locale, namespace: 'download' })
  const isOpen = item.downloads?.state === 'active'
  return (
    <div className="grid gap-5">
      {isNamed ? <h3 className="font-bold">{item.title}</h3> : null}
      {isOpen ? (
        <ul aria-label={t('one', { title: item.title })} className="grid gap-5">
          {item.downloads?.files.map((file) => (
            <FileCard file={file} key={file.id} locale={locale} token={token} />
          ))}
        </ul>
      ) : null}
      <Terms item={item} locale={locale} />
    </div>
  )
}

/** The files of an order: to fetch, to check, and how to open them. Nothing for orders without any. */
export async function DownloadBox({ locale, notice, order }: DownloadBoxProps) {
  const t = await getTranslations({ locale, namespace: 'download' })
  const items = order.items.filter(({ downloads }) => downloads)
  const told = readFileNotice(notice)
  if (items.length === 0) {
    return null
  }
  return (
    <section aria-labelledby="unduhan" className="card mb-8 grid gap-6 p-6 sm:p-8">
      <h2 className="scroll-mt-24 text-xl" id="unduhan">
        {t('title')}
      </h2>
      {told ? (
        <p className="notice" data-tone={told.tone} role="status">
          {t(told.key)}
        </p>
      ) : null}
      {items.map((item) => (
        <ItemFiles
          isNamed={items.length > 1}
          item={item}
          key={`${item.productSlug}-${item.title}`}
          locale={locale}
          token={order.token}
        />
      ))}
      {items.some(({ downloads }) => downloads?.state === 'active') ? (
        <PasswordBox
          locale={locale}
          order={order}
          resend={resendFiles}
          show={showPassword}
          words="download"
        />
      ) : null}
    </section>
  )
}
