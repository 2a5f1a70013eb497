import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'

import { readPageNumber } from '@/storefront/account/parse'
import { Shell } from '@/storefront/components/layout/Shell'
import { TimePicker } from '@/storefront/components/session/TimePicker'
import { localPath } from '@/storefront/i18n/locales'
import { readLocale } from '@/storefront/i18n/pageLocale'
import { buildMetadata } from '@/storefront/seo/metadata'
import { explainRefusal } from '@/storefront/session/refusal'
import { findSessionTimes } from '@/storefront/session/times'
import { findOrder } from '@/storefront/shop'

export const dynamic = 'force-dynamic'

type PickProps = {
  params: Promise<{ item: string; locale: string; token: string }>
  searchParams: Promise<{ ditolak?: string | string[]; hal?: string | string[] }>
}

export async function generateMetadata({ params }: PickProps): Promise<Metadata> {
  const locale = await readLocale(params)
  const t = await getTranslations({ locale, namespace: 'session' })
  return buildMetadata({ isPrivate: true, locale, path: '/pesanan', title: t('pickTitle') })
}

export default async function PickTimePage({ params, searchParams }: PickProps) {
  const locale = await readLocale(params)
  const { item: id, token } = await params
  const { ditolak, hal } = await searchParams
  const order = await findOrder(token)
  const item = order?.items.find((each) => each.id === id)
  if (!order || !item?.session) {
    notFound()
  }
  const path = `/pesanan/${token}`
  if (!item.session.canPick) {
    redirect(localPath({ locale, path: `${path}#sesi` }))
  }
  const times = (await findSessionTimes({ item: id, token })) ?? []
  return (
    <Shell hideWhatsapp locale={locale} path={`${path}/jadwal/${id}`}>
      <TimePicker
        item={item}
        locale={locale}
        order={order}
        page={readPageNumber(hal)}
        refusal={explainRefusal(ditolak, locale)}
        times={times}
      />
    </Shell>
  )
}
