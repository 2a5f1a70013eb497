import { describe, expect, it } from 'vitest'

import { createChatChannel } from '@/plugin/adapters/whatsapp'

const channel = createChatChannel({ id: 'wa.me' })

const send = (changes: { text?: string; to?: string } = {}) =>
  channel.send({ reference: 'out-1', text: 'Halo', to: '6281234567890', ...changes })

describe('a wa.me link', () => {
  it('carries the whole message: new lines as %0A, emoji and & as they must be', async () => {
    expect(await send({ text: 'Halo Budi 👋\nTagihan & bukti: https://toko.id/p?a=1#b' })).toEqual({
      openUrl:
        'https://wa.me/6281234567890?text=Halo%20Budi%20%F0%9F%91%8B%0ATagihan%20%26%20bukti%3A%20https%3A%2F%2Ftoko.id%2Fp%3Fa%3D1%23b',
      state: 'manual',
    })
  })

  it('is for a person to open: nothing is sent by itself, and no report will come', () => {
    expect(channel).toMatchObject({
      capabilities: { document: 'none', statusWebhook: false, template: false, text: true },
      id: 'wa.me',
      official: true,
    })
    expect(channel.readWebhook).toBeUndefined()
    expect(channel.answerSubscription).toBeUndefined()
  })

  it('that would be cut by a browser is not made', async () => {
    expect(await send({ text: 'x'.repeat(7_900) })).toMatchObject({ state: 'manual' })
    expect(await send({ text: 'x'.repeat(8_000) })).toMatchObject({ state: 'rejected' })
    expect(await send({ text: '👋'.repeat(700) })).toMatchObject({ state: 'rejected' })
  })

  it.each(['0812345678', '+6281234567890', '628-123-456', '62812', '', '6'.repeat(16)])(
    'is not made for “%s”, which is no number in E.164 digits',
    async (to) => {
      expect(await send({ to })).toMatchObject({ state: 'rejected' })
    },
  )

  it('is not made for an empty message', async () => {
    expect(await send({ text: ' \n' })).toMatchObject({ state: 'rejected' })
  })

  it('is made for half an emoji too: nothing throws', async () => {
    expect(await send({ text: 'a\uD83D' })).toMatchObject({ openUrl: /%EF%BF%BD$/ })
  })
})
