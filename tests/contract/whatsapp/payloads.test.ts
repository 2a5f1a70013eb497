import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { accounts, number, openRig } from './rig'

let rig: Awaited<ReturnType<typeof openRig>>

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.reset())

const lastCall = () => {
  const call = rig.control.calls().at(-1)
  if (!call) throw new Error('no call came')
  return call
}
const lastJson = (): unknown => JSON.parse(lastCall().body)
const document = { filename: 'SPK-0001.pdf', url: 'https://toko.example.id/f/abc' }

describe('to Meta goes exactly', () => {
  it('a free text, when there is no template', async () => {
    expect(await rig.cloud.send(rig.draft())).toEqual({
      providerId: rig.control.messages()[0]?.id,
      state: 'accepted',
    })
    expect(lastCall()).toMatchObject({
      headers: { authorization: `Bearer ${accounts.cloudToken}`, contentType: 'application/json' },
      path: `/v23.0/${accounts.phoneNumberId}/messages`,
    })
    expect(lastJson()).toEqual({
      biz_opaque_callback_data: 'out-0001',
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      text: { body: 'Halo Budi 👋', preview_url: false },
      to: number,
      type: 'text',
    })
  })

  it('a template: document in the header, body in order, suffix of the button', async () => {
    const template = {
      buttonSuffix: 'tok3n',
      language: 'id',
      name: 'invoice_ready',
      parameters: ['Budi', 'INV-7'],
    } as const
    expect(await rig.cloud.send(rig.draft({ document, template }))).toMatchObject({
      state: 'accepted',
    })
    expect(lastJson()).toEqual({
      biz_opaque_callback_data: 'out-0001',
      messaging_product: 'whatsapp',
      recipient_type: 'individual',
      template: {
        components: [
          {
            parameters: [
              { document: { filename: 'SPK-0001.pdf', link: document.url }, type: 'document' },
            ],
            type: 'header',
          },
          {
            parameters: [
              { text: 'Budi', type: 'text' },
              { text: 'INV-7', type: 'text' },
            ],
            type: 'body',
          },
          {
            index: '0',
            parameters: [{ text: 'tok3n', type: 'text' }],
            sub_type: 'url',
            type: 'button',
          },
        ],
        language: { code: 'id' },
        name: 'invoice_ready',
      },
      to: number,
      type: 'template',
    })
    expect(rig.control.messages()[0]).toMatchObject({
      button: 'https://toko.example.id/pesanan/tok3n',
      text: 'Halo Budi, tagihan INV-7 siap.',
    })
  })

  it('a template without anything to fill in', async () => {
    rig.control.configure({ unknownTemplates: 'accept' })
    const template = { language: 'en', name: 'hello_world', parameters: [] } as const
    await rig.cloud.send(rig.draft({ template }))
    expect(lastJson()).toMatchObject({ template: { components: [], language: { code: 'en' } } })
  })

  it('one line for every parameter, whatever the customer typed', async () => {
    const template = {
      buttonSuffix: 'x',
      language: 'id',
      name: 'invoice_ready',
      parameters: ['Budi\n\tSantoso      Jr', ' '],
    } as const
    expect(await rig.cloud.send(rig.draft({ document, template }))).toMatchObject({
      state: 'accepted',
    })
    expect(rig.control.messages()[0]?.template?.parameters).toEqual(['Budi Santoso Jr', '-'])
  })

  it('a document with the text as its caption', async () => {
    await rig.cloud.send(rig.draft({ document }))
    expect(lastJson()).toMatchObject({
      document: { caption: 'Halo Budi 👋', filename: 'SPK-0001.pdf', link: document.url },
      type: 'document',
    })
  })
})

describe('to Fonnte goes exactly', () => {
  it('a form with the bare token, and the id of the message comes back', async () => {
    expect(await rig.fonnte.send(rig.draft({ text: 'Halo\nBudi 👋' }))).toEqual({
      providerId: rig.control.messages()[0]?.id,
      state: 'accepted',
    })
    expect(lastCall()).toEqual({
      body: 'countryCode=62&message=Halo%0ABudi+%F0%9F%91%8B&target=6281234567890',
      headers: {
        authorization: accounts.fonnteToken,
        contentType: 'application/x-www-form-urlencoded;charset=UTF-8',
      },
      path: '/send',
      vendor: 'fonnte',
    })
  })

  it('a document by link, under its name', async () => {
    await rig.fonnte.send(rig.draft({ document }))
    expect(Object.fromEntries(new URLSearchParams(lastCall().body))).toEqual({
      countryCode: '62',
      filename: 'SPK-0001.pdf',
      message: 'Halo Budi 👋',
      target: number,
      url: document.url,
    })
  })
})

describe('what the vendor would refuse is not even asked', () => {
  it.each([
    ['a number that is none', { to: '0812345678' }],
    ['nothing to say', { text: ' ' }],
  ])('%s', async (_, changes) => {
    expect(await rig.cloud.send(rig.draft(changes))).toMatchObject({ state: 'rejected' })
    expect(await rig.fonnte.send(rig.draft(changes))).toMatchObject({ state: 'rejected' })
    expect(rig.control.calls()).toEqual([])
  })

  it('a text that is too long, which is never cut', async () => {
    const draft = (length: number, more = {}) => rig.draft({ text: 'x'.repeat(length), ...more })
    expect(await rig.cloud.send(draft(4_097))).toMatchObject({ state: 'rejected' })
    expect(await rig.cloud.send(draft(1_025, { document }))).toMatchObject({ state: 'rejected' })
    expect(await rig.fonnte.send(draft(60_001))).toMatchObject({ state: 'rejected' })
    expect(rig.control.calls()).toEqual([])
    expect(await rig.cloud.send(draft(4_096))).toMatchObject({ state: 'accepted' })
  })
})
