import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { PanelPage } from '../../kernel/admin/PanelPage'
import type { Locale } from '../../kernel/errors'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { clock, formatDay, wibDayOf } from '../../kernel/time'
import { findAgeing, findCollected, findExpected, findProducts } from '../reports'
import { Ageing, Collected, Expected, Products } from './ReportParts'
import { REPORT_TEXTS } from './reportTexts'

const Reports = async (props: { locale: Locale; payload: Payload }): Promise<ReactNode> => {
  const { locale, payload } = props
  const today = wibDayOf(clock.now())
  const [ageing, expected, collected, products] = await Promise.all([
    findAgeing(payload, today),
    findExpected(payload, today),
    findCollected(payload, today),
    findProducts(payload, today),
  ])
  const text = REPORT_TEXTS[locale]
  const part = { api: payload.config.routes.api, locale, text }
  return (
    <>
      <p>
        {text.intro} ({formatDay(today, locale)})
      </p>
      {products.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <>
          <Ageing {...part} rows={ageing} />
          <Expected {...part} rows={expected} />
          <Collected {...part} rows={collected} />
          <Products {...part} rows={products} />
        </>
      )}
    </>
  )
}

/** How late debts are, what is expected, what came in, product by product. Admins and owners. */
export const ReportsView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  const { admin } = req.payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const { title } = REPORT_TEXTS[locale]
  const list = {
    label: locale === 'en' ? 'Orders' : 'Pesanan',
    url: `${admin}/collections/${slugsOf(req.payload).orders}`,
  }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[list, { label: title }]} />
      <main className="gutter--left gutter--right lunas-work-page">
        <h1>{title}</h1>
        <Reports locale={locale} payload={req.payload} />
      </main>
    </PanelPage>
  )
}
