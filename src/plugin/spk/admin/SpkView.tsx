import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement } from 'react'

import { notFound, redirect } from 'next/navigation'

import { Breadcrumb } from '../../kernel/admin/Breadcrumb'
import { PanelPage } from '../../kernel/admin/PanelPage'
import type { Locale } from '../../kernel/errors'
import { isAdmin, isRowId, resolvePanelLocale, staffActor } from '../../kernel/payload'
import { SPK_PATH } from '../paths'
import type { Looker } from '../papers/looks'
import { findSpkPanel } from '../queries/findSpkPanel'
import { lookerOf } from '../staff/desk'
import { ContentPart, NextPart } from './contentParts'
import { FilesPart, MeteraiPart, PastPart } from './paperParts'
import { ArrearsPart, AssigneePart, CustomerPart } from './peopleParts'
import { ReviewPart } from './reviewParts'
import { SPK_TEXTS } from './spkTexts'
import { showSpk } from './view'

const Body = async (props: {
  by: Looker
  id: string
  locale: Locale
  payload: Payload
}): Promise<ReactElement> => {
  const { by, id, locale, payload } = props
  const found = isRowId(id) ? await findSpkPanel(payload, { by, id }) : null
  if (!found) {
    notFound()
  }
  const shown = showSpk({ found, locale, payload })
  const { number, orderNumber, revision } = found.scene
  return (
    <main className="gutter--left gutter--right lunas-work-page">
      <h1>
        {number ?? `SPK ${orderNumber}`}
        {revision > 0 ? ` Rev. ${revision}` : ''}
      </h1>
      <CustomerPart {...shown} />
      <ArrearsPart {...shown} />
      <NextPart {...shown} />
      <ReviewPart {...shown} />
      <MeteraiPart {...shown} />
      <ContentPart {...shown} />
      <FilesPart {...shown} />
      <AssigneePart {...shown} />
      <PastPart {...shown} />
    </main>
  )
}

/** Address below the panel: `/spk/<id>`. */
const idOf = ({ params }: AdminViewServerProps): string => {
  const { segments } = params ?? {}
  return Array.isArray(segments) ? (segments.at(-1) ?? '') : ''
}

/** One agreement with everything that staff need to work on it. Admins and owners. */
export const SpkView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  const { admin } = req.payload.config.routes
  if (!isAdmin({ req })) {
    redirect(`${admin}/login`)
  }
  const locale = resolvePanelLocale(req.i18n.language)
  const list = { label: SPK_TEXTS[locale].title, url: `${admin}${SPK_PATH}` }
  return (
    <PanelPage view={props}>
      <Breadcrumb steps={[list, { label: SPK_TEXTS[locale].customer }]} />
      <Body by={lookerOf(staffActor(req))} id={idOf(props)} locale={locale} payload={req.payload} />
    </PanelPage>
  )
}
