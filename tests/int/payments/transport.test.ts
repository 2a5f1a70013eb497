import { afterEach, describe, expect, it, vi } from 'vitest'
import { sign } from '@/plugin/adapters/duitku'
import { sql } from '@/plugin/kernel/payload'
import { countRows } from '../../support/books'
import { drawCallback, sendCallbacks } from '../../support/callback'
import { dripRequest } from '../../support/drip'
import { testEnvironment } from '../../support/environment'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const earlierKey = 'the-key-before-the-change-0001'
const inUse = useShop({ DUITKU_PREVIOUS_API_KEYS: `${earlierKey},another-old-key-00001` })

const path = '/api/duitku/callback'
const form = 'application/x-www-form-urlencoded'

afterEach(() => vi.restoreAllMocks())

const countInbox = () => countRows(inUse.shop.payload, sql`payment_events`)

/** The genuine callback of a paid attempt, whose order is not yet paid here. */
const genuine = async (): Promise<{ body: string; token: string }> => {
  const { order, payment } = await inUse.buyer.checkout()
  await inUse.buyer.pay(payment, { sendCallback: false })
  const [shape] = drawCallback(inUse.shop, payment.merchantOrderId)
  return { body: shape?.body ?? '', token: order.token }
}

const send = async (init: RequestInit, query = ''): Promise<number> => {
  const response = await fetch(inUse.shop.url + path + query, { method: 'POST', ...init })
  await response.arrayBuffer().catch(() => undefined)
  return response.status
}

/** Nothing was kept and the order still waits for its money. */
const expectNoTrace = async (token: string, before: number): Promise<void> => {
  await inUse.shop.idle()
  expect(await countInbox()).toBe(before)
  expect((await inUse.buyer.look(token)).paymentState).toBe('unpaid')
}

describe('A callback in another wrapping than a form', () => {
  const asMultipart = (body: string): FormData => {
    const data = new FormData()
    new URLSearchParams(body).forEach((value, name) => data.set(name, value))
    return data
  }
  const asJson = (body: string): string =>
    JSON.stringify(Object.fromEntries(new URLSearchParams(body)))

  const wrappings: [string, number, (body: string) => RequestInit][] = [
    [
      'as JSON',
      415,
      (body) => ({ body: asJson(body), headers: { 'content-type': 'application/json' } }),
    ],
    ['as multipart', 415, (body) => ({ body: asMultipart(body) })],
    ['as plain text', 415, (body) => ({ body, headers: { 'content-type': 'text/plain' } })],
    [
      'in another alphabet',
      415,
      (body) => ({ body, headers: { 'content-type': `${form}; charset=utf-16` } }),
    ],
    ['by PUT', 405, (body) => ({ body, headers: { 'content-type': form }, method: 'PUT' })],
    ['by PATCH', 405, (body) => ({ body, headers: { 'content-type': form }, method: 'PATCH' })],
    ['by DELETE', 405, () => ({ method: 'DELETE' })],
  ]

  it.each(wrappings)('is refused: %s, %i', async (_, status, wrap) => {
    const { body, token } = await genuine()
    const before = await countInbox()
    expect(await send(wrap(body))).toBe(status)
    await expectNoTrace(token, before)
  })

  it('is refused when it stands in the address: with GET, with no body, or in two halves', async () => {
    const { body, token } = await genuine()
    const before = await countInbox()
    const [first, ...rest] = body.split('&')
    const headers = { 'content-type': form }
    expect(await send({ method: 'GET' }, `?${body}`)).toBe(405)
    expect(await send({ body: '', headers }, `?${body}`)).toBe(400)
    expect(await send({ body: rest.join('&'), headers }, `?${first}`)).toBe(400)
    await expectNoTrace(token, before)
  })
})

describe('A callback that is too much', () => {
  const headers = { 'content-type': form }
  const stream = (bytes: number): ReadableStream<Uint8Array> => {
    const part = new Uint8Array(64 * 1024).fill(120)
    let left = bytes
    return new ReadableStream({
      pull: (controller) => {
        controller.enqueue(part)
        left -= part.byteLength
        if (left <= 0) {
          controller.close()
        }
      },
    })
  }

  it('is cut off: ten megabytes, announced', async () => {
    const { body, token } = await genuine()
    const before = await countInbox()
    const status = await send({ body: `${body}&x=${'y'.repeat(10_000_000)}`, headers }).catch(
      () => 413,
    )
    expect(status).toBe(413)
    await expectNoTrace(token, before)
  })

  it('is cut off: ten megabytes that nobody announced', async () => {
    const before = await countInbox()
    const init = { body: stream(10_000_000), duplex: 'half', headers } as RequestInit
    // The shop hangs up; whether its answer is still read depends on who is faster.
    expect(await send(init).catch(() => 413)).toBe(413)
    expect(await countInbox()).toBe(before)
  })

  it('is cut off: a hundred thousand fields; and refused: four thousand in little space', async () => {
    const { body, token } = await genuine()
    const before = await countInbox()
    const many = Array.from({ length: 100_000 }, (_, at) => `f${at}=1`).join('&')
    expect(await send({ body: `${body}&${many}`, headers }).catch(() => 413)).toBe(413)
    const small = Array.from({ length: 4_000 }, () => 'a=').join('&')
    expect(await send({ body: `${body}&${small}`, headers })).toBe(400)
    await expectNoTrace(token, before)
  })

  it('is cut off: dripping a byte a second, sixty at once, while others are served', async () => {
    const { port } = inUse.shop
    const { body, token } = await genuine()
    const before = await countInbox()
    const drips = Array.from({ length: 60 }, () =>
      dripRequest({ body, everyMs: 1_000, path, port }),
    )
    const others = Array.from({ length: 20 }, () => inUse.buyer.buy())
    for (const { order } of await Promise.all(others)) {
      expect(order.paymentState).toBe('paid')
    }
    const ends = await Promise.all(drips)
    expect(ends.map(({ status }) => status)).toEqual(Array(60).fill(408))
    expect(ends[0]?.answer).toContain('input.tooSlow')
    expect(await countInbox()).toBe(before + 20)
    expect((await inUse.buyer.look(token)).paymentState).toBe('unpaid')
  }, 60_000)

  it('cannot hold the other endpoints open either', async () => {
    const { port } = inUse.shop
    const end = await dripRequest({ body: '{}', everyMs: 20_000, path: '/api/shop/orders', port })
    expect(end.status).toBe(408)
    expect(end.answer).toContain('Kiriman datang terlalu lambat')
  }, 30_000)
})

describe('A change of the key', () => {
  const signedWith = async (secret: string): Promise<{ body: string; token: string }> => {
    const { body, token } = await genuine()
    const fields = new URLSearchParams(body)
    const trio = {
      amount: fields.get('amount') ?? '',
      merchantCode: fields.get('merchantCode') ?? '',
      merchantOrderId: fields.get('merchantOrderId') ?? '',
    }
    const signature = sign({ fields: trio, operation: 'callback', scheme: 'hmac', secret })
    fields.set('signature', signature)
    return { body: fields.toString(), token }
  }
  const headers = { 'content-type': form }

  it.each([testEnvironment.DUITKU_API_KEY, earlierKey, 'another-old-key-00001'])(
    'accepts the new key and the old ones inside the window: %s',
    async (secret) => {
      const { body, token } = await signedWith(secret)
      expect(await send({ body, headers })).toBe(200)
      await inUse.shop.idle()
      expect((await inUse.buyer.look(token)).paymentState).toBe('paid')
    },
  )

  it('refuses a key that was taken out, and one that never was', async () => {
    for (const secret of ['the-key-before-the-old-one-0001', `${earlierKey} `, 'x']) {
      const before = await countInbox()
      const { body, token } = await signedWith(secret)
      expect(await send({ body, headers })).toBe(401)
      await expectNoTrace(token, before)
    }
  })
})

describe('A callback of another project', () => {
  const callbackOf = (project: { code: string; secret: string }, order: string): string => {
    const trio = { amount: '750000', merchantCode: project.code, merchantOrderId: order }
    const { code: merchantCode, secret } = project
    const signature = sign({ fields: trio, operation: 'callback', scheme: 'hmac', secret })
    return new URLSearchParams({ ...trio, merchantCode, resultCode: '00', signature }).toString()
  }

  it.each([
    ['sandbox sent to production', 'DS99999', 'key-of-the-sandbox-000001'],
    ['production sent to sandbox', 'D00001', 'key-of-production-0000001'],
    ['another shop', 'D4321', 'key-of-another-shop-00001'],
    ['another spelling of ours', 'ds00001', testEnvironment.DUITKU_API_KEY],
    ['ours, signed with the key of another', 'DS00001', 'key-of-the-sandbox-000001'],
  ])('is refused although its signature is right there: %s', async (_, code, secret) => {
    const { order, payment } = await inUse.buyer.checkout()
    const before = await countInbox()
    const body = callbackOf({ code, secret }, payment.merchantOrderId)
    expect(await sendCallbacks(inUse.shop, [{ body, contentType: form, method: 'POST' }])).toEqual([
      401,
    ])
    await expectNoTrace(order.token, before)
  })

  it('is told to the log, without any key, so that a wrong setting is found in minutes', async () => {
    const warn = vi.spyOn(inUse.shop.payload.logger, 'warn')
    const { payment } = await inUse.buyer.checkout()
    const secret = 'key-of-the-sandbox-000001'
    const body = callbackOf({ code: 'DS99999', secret }, payment.merchantOrderId)
    const legacy = drawCallback(inUse.shop, payment.merchantOrderId, 'md5')
    await sendCallbacks(inUse.shop, [{ body, contentType: form, method: 'POST' }, ...legacy])
    const lines = warn.mock.calls
      .map(([fields]) => fields as { event?: string })
      .filter(({ event }) => event?.startsWith('duitku.callback'))
    expect(lines).toMatchObject([
      { event: 'duitku.callback.otherMerchant' },
      { accepted: ['hmac'], event: 'duitku.callback.signatureMismatch', wouldMatch: 'md5' },
    ])
    expect(JSON.stringify(warn.mock.calls)).not.toContain(testEnvironment.DUITKU_API_KEY)
  })

  it('tells nobody why: the answer is a short code, no trace of the program', async () => {
    const body = callbackOf({ code: 'D4321', secret: 'key-of-another-shop-00001' }, 'LN-X-1')
    const response = await fetch(inUse.shop.url + path, {
      body,
      headers: { 'content-type': form },
      method: 'POST',
    })
    expect(await response.text()).toMatch(/^[a-zA-Z.]{1,40}$/)
    const { status } = await callShop(inUse.shop, path, { method: 'HEAD' })
    expect(status).toBe(405)
  })
})
