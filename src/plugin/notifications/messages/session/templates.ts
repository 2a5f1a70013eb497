import type { Locale } from '../../../kernel/errors'
import type { SessionParams } from '../../schema'
import type { MessageContent, MessageTemplate } from '../content'

import { formatInstantShort, formatSpan } from '../../../kernel/time'
import { cleanHeaderText } from '../../mail/headers'
import { greet } from '../phrases'
import { CUSTOMER_TEXTS } from './customerTexts'
import { HOST_TEXTS } from './hostTexts'
import type { SessionTexts } from './words'

const FACTS = {
  en: {
    customer: 'Customer',
    host: 'With',
    later: 'The link follows before the session',
    number: 'Order number',
    place: 'Place',
    reason: 'Reason',
    when: 'When',
  },
  id: {
    customer: 'Pelanggan',
    host: 'Bersama',
    later: 'Tautan menyusul sebelum sesi',
    number: 'Nomor pesanan',
    place: 'Tempat',
    reason: 'Alasan',
    when: 'Waktu',
  },
}

const describePlace = (params: SessionParams, locale: Locale): MessageContent['facts'] => {
  const label = FACTS[locale]
  const { place, placeUrl } = params
  return [
    placeUrl
      ? { href: placeUrl, label: label.place, value: `${place}: ${placeUrl}` }
      : { label: label.place, value: `${place}. ${label.later}` },
  ]
}

type Audience = { isForHost: boolean; texts: SessionTexts }

const describe = (params: SessionParams, { isForHost, texts }: Audience, locale: Locale) => {
  const label = FACTS[locale]
  const span = { from: new Date(params.startsAt), to: new Date(params.endsAt) }
  const person = isForHost
    ? { label: label.customer, value: cleanHeaderText(params.customerName) }
    : { label: label.host, value: cleanHeaderText(params.hostName) }
  return [
    { label: label.when, value: formatSpan(span, locale) },
    ...(texts.hasPlace ? describePlace(params, locale) : []),
    person,
    ...(params.reason ? [{ label: label.reason, value: params.reason }] : []),
    { label: label.number, value: params.orderNumber },
  ]
}

const write =
  (audience: Audience): MessageTemplate<SessionParams> =>
  ({ locale, params }) => {
    const { isForHost, texts } = audience
    const text = texts[locale]
    const span = { from: new Date(params.startsAt), to: new Date(params.endsAt) }
    const title = cleanHeaderText(params.title, 120)
    return {
      ...(params.summary ? { body: params.summary } : {}),
      button: { label: text.button, url: params.url },
      facts: describe(params, audience, locale),
      ...(isForHost ? {} : { greeting: greet({ locale, name: params.customerName }) }),
      heading: text.heading,
      intro: text.intro(title),
      items: [],
      notes: text.notes(params),
      preheader: formatSpan(span, locale),
      reference: params.orderNumber,
      subject: text.subject({ title, when: formatInstantShort(span.from, locale) }),
      tone: texts.tone,
    }
  }

const forCustomer = (texts: SessionTexts) => write({ isForHost: false, texts })
const forHost = (texts: SessionTexts) => write({ isForHost: true, texts })

/** One template per event of a session. */
export const sessionTemplates = {
  booked: forCustomer(CUSTOMER_TEXTS.booked),
  bookedForHost: forHost(HOST_TEXTS.bookedForHost),
  cancelled: forCustomer(CUSTOMER_TEXTS.cancelled),
  cancelledForHost: forHost(HOST_TEXTS.cancelledForHost),
  missed: forCustomer(CUSTOMER_TEXTS.missed),
  moved: forCustomer(CUSTOMER_TEXTS.moved),
  movedForHost: forHost(HOST_TEXTS.movedForHost),
  placeChanged: forCustomer(CUSTOMER_TEXTS.placeChanged),
  placeChangedForHost: forHost(HOST_TEXTS.placeChangedForHost),
  soon: forCustomer(CUSTOMER_TEXTS.soon),
  soonForHost: forHost(HOST_TEXTS.soonForHost),
  summary: forCustomer(CUSTOMER_TEXTS.summary),
}
