import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { downloadsRuntime } from '@/plugin/downloads'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { release } from '../../factories/release'
import { buyPackage, fetchLink, newDevice, readHeld, usePackers } from '../../support/downloads'
import { askLink, takeLink } from '../../support/links'
import { makeMover, readSubjects } from '../../support/moves'
import { logInAs } from '../../support/people'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const packers = usePackers(inUse)
const move = makeMover(() => inUse.shop)

const MONDAY = new Date('2026-11-30T03:00:00Z')
const later = (minutes: number): void => clock.freeze(new Date(MONDAY.getTime() + minutes * 60_000))

beforeAll(async () => {
  const { payload, products } = inUse.shop
  await release({ payload, productId: products['template-toko'], version: '1.0.0' })
})
beforeEach(() => clock.freeze(MONDAY))
afterEach(() => clock.release())

const buy = () => buyPackage(inUse, packers)

const readUsed = async (token: string): Promise<[used: number, log: number]> => {
  const [held] = await readHeld(inUse.shop, token)
  return [held?.used ?? -1, held?.log ?? -1]
}

const limitTo = (token: string, allowed: number) =>
  queryRows(
    inUse.shop.payload,
    sql`update packages set allowed = ${allowed} where entitlement_id in (
      select e.id from entitlements e join orders o on o.id = e.order_id where o.token = ${token})`,
  )

describe('A download', () => {
  it('is counted when it is fetched, not when its link is asked for', async () => {
    const { file, token } = await buy()
    const links = [
      await takeLink(inUse.shop, { file, token }),
      await takeLink(inUse.shop, { file, token }),
    ]
    expect(await readUsed(token)).toEqual([0, 0])
    await fetchLink(links[0] ?? '')
    expect(await readUsed(token)).toEqual([1, 1])
    await fetchLink(links[1] ?? '')
    expect(await readUsed(token)).toEqual([2, 2])
  })

  it('looked at with HEAD is not counted', async () => {
    const { file, token } = await buy()
    const url = await takeLink(inUse.shop, { file, token })
    const { headers, status } = await fetch(url, { method: 'HEAD' })
    const [held] = await readHeld(inUse.shop, token)
    expect([status, headers.get('etag')]).toEqual([200, `"${held?.sha256}"`])
    expect(await readUsed(token)).toEqual([0, 0])
  })

  it('that breaks off is resumed without counting again, though the link is over and the network another', async () => {
    const { file, token } = await buy()
    const url = await takeLink(inUse.shop, { file, token })
    const whole = await fetchLink(url)
    const half = Math.floor(whole.bytes.length / 2)
    later(55)
    const etag = whole.headers.get('etag') ?? ''
    const rest = await fetchLink(url, { 'if-range': etag, range: `bytes=${half}-` })
    expect([rest.status, rest.headers.get('content-range')]).toEqual([
      206,
      `bytes ${half}-${whole.bytes.length - 1}/${whole.bytes.length}`,
    ])
    expect(rest.bytes.equals(whole.bytes.subarray(half))).toBe(true)
    expect(await readUsed(token)).toEqual([1, 1])
  })

  it('that begins in the middle counts all the same', async () => {
    const { file, token } = await buy()
    await limitTo(token, 1)
    const first = await fetchLink(await takeLink(inUse.shop, { file, token }), {
      range: 'bytes=1-',
    })
    expect([first.status, await readUsed(token)]).toEqual([206, [1, 1]])
    expect((await askLink(inUse.shop, { file, token })).code).toBe('download.limitReached')
  })

  it('tried again from the same device within the hour is the same; after the hour it is another', async () => {
    const { file, token } = await buy()
    const device = newDevice()
    const again = async () =>
      fetchLink(await takeLink(inUse.shop, { device, file, token }), { 'x-forwarded-for': device })
    await again()
    later(59)
    await again()
    expect(await readUsed(token)).toEqual([1, 1])
    later(61)
    await again()
    expect(await readUsed(token)).toEqual([2, 2])
  })

  it.each([
    ['bytes=0-9', 206, 10],
    ['bytes=-5', 206, 5],
    ['bytes=0-999999999', 206, undefined],
    ['bytes=0-1,4-5', 200, undefined],
    ['items=0-5', 200, undefined],
    ['bytes=9-2', 200, undefined],
    ['bytes=99999999-', 416, 0],
    ['bytes=-0', 416, 0],
  ])('asked for %s answers %i', async (range, status, length) => {
    const { file, token } = await buy()
    const [held] = await readHeld(inUse.shop, token)
    const answer = await fetchLink(await takeLink(inUse.shop, { file, token }), { range })
    expect(answer.status).toBe(status)
    expect(answer.bytes.length).toBe(length ?? held?.size)
    expect(await readUsed(token)).toEqual(status === 416 ? [0, 0] : [1, 1])
  })

  it('that was rebuilt meanwhile comes whole to whoever wants the rest of the other', async () => {
    const { file, token } = await buy()
    const url = await takeLink(inUse.shop, { file, token })
    const headers = { 'if-range': '"another"', range: 'bytes=10-' }
    expect((await fetchLink(url, headers)).status).toBe(200)
  })
})

describe('A package that is gone from the store', () => {
  it('is said to be under way, and costs nobody a download', async () => {
    const { file, token } = await buy()
    const url = await takeLink(inUse.shop, { file, token })
    const [held] = await readHeld(inUse.shop, token)
    await downloadsRuntime.get(inUse.shop.payload).store.remove(held?.storeKey ?? '')
    expect((await fetchLink(url)).status).toBe(409)
    expect(await readUsed(token)).toEqual([0, 0])
  })
})

describe('The limit', () => {
  it('of three is three, when sixty devices come at once by links of their own', async () => {
    const { file, token } = await buy()
    await limitTo(token, 3)
    const links = await Promise.all(
      Array.from({ length: 60 }, () => takeLink(inUse.shop, { file, token })),
    )
    const answers = await Promise.all(links.map((url) => fetchLink(url)))
    const statuses = answers.map(({ status }) => status).sort()
    expect(statuses.filter((status) => status === 200)).toHaveLength(3)
    expect(statuses.filter((status) => status === 409)).toHaveLength(57)
    expect(await readUsed(token)).toEqual([3, 3])
  })

  it('counts one when sixty requests come at once by one link', async () => {
    const { file, token } = await buy()
    const url = await takeLink(inUse.shop, { file, token })
    const answers = await Promise.all(Array.from({ length: 60 }, () => fetchLink(url)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(await readUsed(token)).toEqual([1, 1])
  })

  it('is told in words, with the number, and leaves a begun download alone', async () => {
    const { file, token } = await buy()
    await limitTo(token, 1)
    const url = await takeLink(inUse.shop, { file, token })
    await fetchLink(url)
    const refused = await askLink(inUse.shop, { file, token })
    expect([refused.status, refused.code]).toEqual([409, 'download.limitReached'])
    expect(JSON.stringify(refused.json)).toContain('sudah habis (1 kali)')
    expect((await fetchLink(url, { range: 'bytes=5-' })).status).toBe(206)
  })

  it('is as often as pieces were bought', async () => {
    const { token } = await buyPackage(inUse, packers, { quantity: 3 })
    expect((await readHeld(inUse.shop, token))[0]?.allowed).toBe(30)
  })
})

describe('A link', () => {
  it('lives for ten minutes', async () => {
    const { file, token } = await buy()
    const { json } = await askLink(inUse.shop, { file, token })
    expect(json.download.expiresAt).toBe(new Date(MONDAY.getTime() + 600_000).toISOString())
    later(10.1)
    const answer = await fetchLink(json.download.url, { accept: 'text/html' })
    expect([answer.status, answer.bytes.toString()]).toEqual([
      410,
      'Tautan unduhan ini sudah kedaluwarsa. Buka halaman pesanan Anda, lalu tekan “Unduh” lagi.',
    ])
    expect(await readUsed(token)).toEqual([0, 0])
  })

  it('is for one file: no letter of it can be changed', async () => {
    const [one, other] = [await buy(), await buy()]
    const url = await takeLink(inUse.shop, one)
    const word = url.split('/').at(-1) ?? ''
    const [id = '', session = '', until = '', signature = ''] = word.split('.')
    const forged = [
      [other.file, session, until, signature],
      [id, 'A'.repeat(22), until, signature],
      [id, session, 'zzzzzzz', signature],
      [id, session, until, 'A'.repeat(43)],
    ].map((parts) => parts.join('.'))
    for (const bad of [...forged, 'x', `${word}x`, id]) {
      const answer = await fetchLink(url.replace(word, bad))
      expect([bad, answer.status]).toEqual([bad, 404])
    }
    expect(await readUsed(one.token)).toEqual([0, 0])
  })

  it('to another order’s file is not given out', async () => {
    const [one, other] = [await buy(), await buy()]
    const answer = await askLink(inUse.shop, { file: other.file, token: one.token })
    expect([answer.status, answer.code]).toEqual([404, 'notFound'])
    const unknown = await askLink(inUse.shop, {
      file: one.file,
      token: 'tidak-ada-pesanan-seperti-ini',
    })
    expect([unknown.status, unknown.code]).toEqual([404, 'notFound'])
  })
})

describe('A right', () => {
  it('ends after a year, politely', async () => {
    const { file, token } = await buy()
    clock.freeze(new Date('2027-11-30T16:59:59Z'))
    expect((await askLink(inUse.shop, { file, token })).status).toBe(200)
    clock.freeze(new Date('2027-11-30T17:00:00Z'))
    const answer = await askLink(inUse.shop, { file, token })
    expect([answer.status, answer.code]).toEqual([410, 'download.expired'])
    expect((await inUse.buyer.look(token)).items[0]?.downloads?.state).toBe('expired')
  })

  it('dies with the refund, in the same transaction, also for links that are out', async () => {
    const { file, token } = await buy()
    const url = await takeLink(inUse.shop, { file, token })
    await fetchLink(url)
    const owner = await logInAs(inUse.shop, 'owner')
    const { attempts } = await readSubjects(inUse.shop, token)
    const refund = { event: 'refund', evidence: 'TRF-9', from: 'paid', reason: 'Batal bersama' }
    await move({ collection: 'payments', id: attempts[0] ?? '' }, refund, owner)
    const answer = await askLink(inUse.shop, { file, token })
    expect([answer.status, answer.code]).toEqual([410, 'download.revoked'])
    expect((await fetchLink(url, { range: 'bytes=5-' })).status).toBe(410)
    expect((await inUse.buyer.look(token)).items[0]?.downloads).toMatchObject({
      files: [],
      state: 'revoked',
    })
  })
})
