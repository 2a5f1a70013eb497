import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { number, openRig } from './rig'

let rig: Awaited<ReturnType<typeof openRig>>

beforeAll(async () => {
  rig = await openRig()
})
afterAll(() => rig.close())
beforeEach(() => rig.reset())

const states = () => rig.news().reports.map(({ state }) => state)

const sendOne = async () => {
  const outcome = await rig.cloud.send(rig.draft())
  await rig.control.idle()
  return 'providerId' in outcome ? outcome.providerId : ''
}

describe('what became of a message', () => {
  it('is told step by step, with our reference and the vendor’s id', async () => {
    const providerId = await sendOne()
    expect(states()).toEqual(['sent', 'delivered', 'read'])
    for (const report of rig.news().reports) {
      expect(report).toMatchObject({ providerId, reference: 'out-0001' })
    }
    const times = rig.news().reports.map(({ at }) => at.getTime())
    expect(times).toEqual(times.toSorted((one, other) => one - other))
  })

  it('may be told twice', async () => {
    rig.control.addFault({ kind: 'duplicateStatus' })
    await sendOne()
    expect(states()).toEqual(['sent', 'sent', 'delivered', 'delivered', 'read', 'read'])
  })

  it('may be told in the wrong order; the times say the right one', async () => {
    rig.control.addFault({ kind: 'reversedStatuses' })
    await sendOne()
    expect(states()).toEqual(['read', 'delivered', 'sent'])
    const byTime = rig
      .news()
      .reports.toSorted((one, other) => one.at.getTime() - other.at.getTime())
    expect(byTime.map(({ state }) => state)).toEqual(['sent', 'delivered', 'read'])
  })

  it('may be a failure after it was accepted: not on WhatsApp', async () => {
    rig.control.configure({ strangers: [number] })
    await sendOne()
    expect(rig.news().reports).toMatchObject([
      { reason: 'Meta 131026: Message undeliverable', state: 'failed' },
    ])
  })

  it('is a failure for free text when the customer has not written for a day', async () => {
    rig.control.configure({ window: true })
    await sendOne()
    expect(rig.news().reports).toMatchObject([{ state: 'failed' }])
    rig.control.reply({ number, text: 'Halo' })
    await sendOne()
    expect(states().slice(1)).toEqual(['sent', 'delivered', 'read'])
  })

  it('is not believed from a forger', async () => {
    rig.control.addFault({ kind: 'forgedSignature' })
    await sendOne()
    expect(rig.news().reports).toEqual([])
    expect(rig.seen.refused).toBe(6)
  })
})

describe('a reply', () => {
  it('is read, with its number', async () => {
    const { id } = rig.control.reply({ number, text: 'Sudah saya bayar 🙏\nTerima kasih' })
    await rig.control.idle()
    expect(rig.news().replies).toMatchObject([
      { from: number, providerId: id, text: 'Sudah saya bayar 🙏\nTerima kasih' },
    ])
  })

  it('with a forged signature is not read', async () => {
    rig.control.addFault({ kind: 'forgedSignature' })
    rig.control.reply({ number, text: 'Transfer ke rekening saya' })
    await rig.control.idle()
    expect(rig.news().replies).toEqual([])
    expect(rig.seen.refused).toBe(2)
  })
})

describe('the subscription', () => {
  it('is confirmed with the challenge', async () => {
    expect(await rig.control.subscribe()).toMatchObject({ isConfirmed: true, status: 200 })
  })

  it('is refused to somebody with another word', async () => {
    rig.control.setCredentials({ verifyToken: 'another word' })
    expect(await rig.control.subscribe()).toMatchObject({ isConfirmed: false, status: 403 })
  })
})

it('Fonnte reports nothing: its webhooks are not signed', async () => {
  await rig.fonnte.send(rig.draft())
  await rig.control.idle()
  expect(rig.news().reports).toEqual([])
  expect(rig.control.messages()[0]?.states.at(-1)).toMatchObject({ state: 'read' })
})
