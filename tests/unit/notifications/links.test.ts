import { describe, expect, it } from 'vitest'

import { toChatText } from '../../../src/plugin/notifications/chat/toChatText'
import { buildOptOutUrl, signOptOut } from '../../../src/plugin/notifications/choices/optOut'
import { renderMail } from '../../../src/plugin/notifications/mail/renderMail'
import { messageCatalogue } from '../../../src/plugin/notifications/messages'
import { buildContent } from '../../../src/plugin/notifications/messages/buildContent'
import { sampleParams } from '../../../src/plugin/notifications/messages/samples'
import type { NotificationEvent } from '../../../src/plugin/notifications/schema'
import { findLinks, kindOfLink, type LinkKind } from '../../support/linkKinds'
import { sampleFrame, TO_THE_CHOICE } from './sample'

const SHOP = 'https://toko.example'

const events = Object.keys(messageCatalogue) as NotificationEvent[]
const cases = events.flatMap((event) =>
  (['id', 'en'] as const).map((locale) => ({ event, locale })),
)

const findAll = async (event: NotificationEvent, locale: 'en' | 'id'): Promise<string[]> => {
  const token = signOptOut({ address: 'budi@contoh.id', secret: 'x'.repeat(32) })
  const optOutUrl = buildOptOutUrl({ locale, serverUrl: SHOP, token })
  const { isLegalNotice } = messageCatalogue[event]
  const frame = { ...sampleFrame, ...(isLegalNotice ? {} : { optOutUrl }) }
  const params = sampleParams[event]
  const mail = await renderMail({ event, frame, locale, params })
  const content = buildContent({ event, locale, params, shopName: 'Toko', text: null })
  const chat = toChatText({ content, frame: { ...sampleFrame, locale } })
  return [...findLinks(mail), ...findLinks({ text: chat })]
}

/** Beside the way to a person, which every mail has. */
const expectedOf = (event: NotificationEvent): LinkKind[] => {
  const { audience, isLegalNotice } = messageCatalogue[event]
  if (event === 'account.passwordAsked') {
    return ['password page']
  }
  if (event === 'download.password' || event === 'report.password') {
    return ['help page']
  }
  if (TO_THE_CHOICE.includes(event)) {
    return ['choice page']
  }
  if (event.startsWith('spk.')) {
    return [audience === 'staff' ? 'panel page' : 'agreement page']
  }
  if (event.startsWith('problem.')) {
    return [audience === 'staff' ? 'panel page' : 'report page']
  }
  const isForPanel =
    /^(?:item|message)\.|^hosting\.(?:alarm|changed|decision|task)|^(?:refund|question)\.asked|^retest\.wanted|^scope\.(?:submitted|provenForStaff|notAgreed)|^session\..*ForHost$|^chance\.asked|^overdue\.(?:capReached|chosenByCustomer|escalated|proposals)/.test(
      event,
    )
  const page: LinkKind = isForPanel ? 'panel page' : 'order page'
  const hasRoom = /^session\.(?:booked|moved|placeChanged|soon)/.test(event)
  return [
    ...(isLegalNotice || audience === 'staff' ? [] : (['opt-out'] as const)),
    page,
    ...(hasRoom ? (['room of a session'] as const) : []),
  ]
}

describe.each(cases)('the message $event in $locale', ({ event, locale }) => {
  it('links to nothing but what we know: one page of its own, the way out, a person', async () => {
    const links = await findAll(event, locale)
    const kinds = links.map((link) => [link, kindOfLink(link, SHOP)] as const)
    expect(kinds.filter(([, kind]) => kind === undefined)).toEqual([])
    const own = new Set(kinds.map(([, kind]) => kind).filter((kind) => kind !== 'person'))
    expect([...own].sort()).toEqual(expectedOf(event))
  })
})

describe('a link of a kind that nobody has thought about', () => {
  it.each([
    `${SHOP}/api/shop/orders/tokenyangtidakdapatditebak/choice?choice=pay`,
    `${SHOP}/pesanan/tokenyangtidakdapatditebak?setuju=1`,
    `${SHOP}/pesanan/tokenyangtidakdapatditebak/tunggakan?pilih=bayar`,
    `${SHOP}/akun/berhenti`,
    `${SHOP}.jahat.example/pesanan/tokenyangtidakdapatditebak`,
    'https://bit.ly/abc',
    'http://toko.example/pesanan/tokenyangtidakdapatditebak',
    'javascript:alert(1)',
    'https://wa.me/6281234567890?text=ya',
  ])('is found: %s', (link) => {
    expect(kindOfLink(link, SHOP)).toBeUndefined()
  })
})
