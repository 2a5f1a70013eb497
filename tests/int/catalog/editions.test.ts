import { describe, expect, it } from 'vitest'

import { prose } from '@/dev/seed/prose'
import { findAgreedPages, findPageEdition } from '@/plugin/catalog'
import { queryRows, slugsOf, sql } from '@/plugin/kernel/payload'
import type { PublicOrder } from '@/plugin/orders'

import { callShop, validOrder } from '../../support/purchase'
import { useShop } from '../../support/useShop'

type Change = { _status?: 'draft' | 'published'; body?: string; isAgreed?: boolean; title?: string }
type Edition = { id: string; number: number; title: string }

const inUse = useShop()
let count = 0

const toData = ({ body, ...rest }: Change): never =>
  ({ ...rest, ...(body === undefined ? {} : { body: prose([body]) }) }) as never

const createPage = async (change: Change = {}): Promise<{ id: string; slug: string }> => {
  const { payload } = inUse.shop
  count += 1
  const slug = `ketentuan-${count}`
  const page = await payload.create({
    collection: slugsOf(payload).pages,
    data: {
      ...(toData({ _status: 'published', body: 'Pasal satu.', title: slug, ...change }) as object),
      revisedOn: '2026-11-22T05:00:00.000Z',
      slug,
    } as never,
    overrideAccess: true,
  })
  return { id: String(page.id), slug }
}

const changePage = async (id: string, change: Change, locale: 'en' | 'id' = 'id') => {
  const { payload } = inUse.shop
  await payload.update({
    id,
    collection: slugsOf(payload).pages,
    data: toData(change),
    draft: change._status === 'draft',
    locale,
    overrideAccess: true,
  })
}

const editionsOf = (id: string): Promise<Edition[]> =>
  queryRows(
    inUse.shop.payload,
    sql`select id, number::int as number, title from page_editions where page = ${id} order by number`,
  )

const numbersOf = async (id: string): Promise<number[]> =>
  (await editionsOf(id)).map(({ number }) => number)

const order = async (): Promise<PublicOrder> => {
  const { json } = await callShop<{ order: PublicOrder }>(inUse.shop, '/api/shop/orders', {
    body: validOrder(),
  })
  return json.order
}

const readAgain = async (token: string): Promise<PublicOrder> => {
  const path = `/api/shop/orders/${token}`
  return (await callShop<{ order: PublicOrder }>(inUse.shop, path)).json.order
}

const agreedTo = ({ agreed }: PublicOrder, slug: string): number | undefined =>
  agreed.find((edition) => edition.slug === slug)?.number

describe('What a page says', () => {
  it('is kept each time it is published, and not while it is a draft', async () => {
    const { id } = await createPage()
    await changePage(id, { _status: 'draft', body: 'Pasal dua, belum jadi.' })
    expect(await numbersOf(id)).toEqual([1])
    await changePage(id, { _status: 'published', body: 'Pasal dua.' })
    expect(await numbersOf(id)).toEqual([1, 2])
  })

  it('is kept once when it is published again as it was', async () => {
    const { id } = await createPage()
    await changePage(id, { _status: 'published', body: 'Pasal satu.' })
    await changePage(id, { _status: 'published', isAgreed: true })
    expect(await numbersOf(id)).toEqual([1])
  })

  it('is another edition when one language alone changes, or when an old text comes back', async () => {
    const { id } = await createPage()
    await changePage(id, { _status: 'published', body: 'Article one.', title: 'Terms' }, 'en')
    await changePage(id, { _status: 'published', body: 'Pasal dua.' })
    await changePage(id, { _status: 'published', body: 'Pasal satu.' })
    expect(await numbersOf(id)).toEqual([1, 2, 3, 4])
    const [, , third] = await editionsOf(id)
    const { payload } = inUse.shop
    const [english, indonesian] = await Promise.all(
      (['en', 'id'] as const).map((locale) =>
        findPageEdition({ id: third?.id ?? '', locale, payload }),
      ),
    )
    expect(english).toMatchObject({ isLast: false, number: 3, title: 'Terms' })
    expect(JSON.stringify(english?.body)).toContain('Article one.')
    expect(JSON.stringify(indonesian?.body)).toContain('Pasal dua.')
  })

  it('is numbered without a gap when ten editors publish at once', async () => {
    const { id } = await createPage()
    const works = Array.from({ length: 10 }, (_, index) =>
      changePage(id, { _status: 'published', body: `Pasal ${index + 10}.` }),
    )
    const ends = await Promise.allSettled(works)
    expect(ends.filter(({ status }) => status === 'rejected')).toEqual([])
    const numbers = await numbersOf(id)
    expect(numbers).toEqual(numbers.map((_, index) => index + 1))
  })

  it.each([
    sql`update page_editions set texts = '{}'`,
    sql`delete from page_editions`,
    sql`truncate page_editions`,
  ])('is changed by nobody, not even in the database', async (statement) => {
    await createPage()
    await expect(queryRows(inUse.shop.payload, statement)).rejects.toMatchObject({
      cause: { message: expect.stringContaining('append-only') as string },
    })
  })

  it('stays readable when its page has gone for good', async () => {
    const { payload } = inUse.shop
    const { id } = await createPage()
    const [edition] = await editionsOf(id)
    await payload.delete({ id, collection: slugsOf(payload).pages, overrideAccess: true })
    const found = await findPageEdition({ id: edition?.id ?? '', locale: 'en', payload })
    expect(JSON.stringify(found?.body)).toContain('Pasal satu.')
  })

  it.each(['', 'x', '0193a7c8', "'; drop table page_editions; --", '\u0000'])(
    'is nothing under an address that is none: %j',
    async (id) => {
      const { payload } = inUse.shop
      expect(await findPageEdition({ id, locale: 'id', payload })).toBeNull()
    },
  )
})

describe('An order', () => {
  it('names the edition its buyer agreed to, whatever the page says later', async () => {
    const { id, slug } = await createPage({ isAgreed: true })
    const first = await order()
    await changePage(id, { _status: 'published', body: 'Pasal dua.' })
    const second = await order()
    expect([agreedTo(first, slug), agreedTo(second, slug)]).toEqual([1, 2])
    expect((await readAgain(first.token)).agreed).toEqual(first.agreed)
    expect((await readAgain(second.token)).agreed).toEqual(second.agreed)
  })

  it('names no page that buyers are not asked about, that is a draft, or that has gone', async () => {
    const { payload } = inUse.shop
    const plain = await createPage()
    const draft = await createPage({ isAgreed: true })
    await payload.update({
      id: draft.id,
      collection: slugsOf(payload).pages,
      data: { _status: 'draft' } as never,
      overrideAccess: true,
    })
    const gone = await createPage({ isAgreed: true })
    await payload.update({
      id: gone.id,
      collection: slugsOf(payload).pages,
      data: { deletedAt: '2026-11-22T05:00:00.000Z' } as never,
      overrideAccess: true,
    })
    const { agreed } = await order()
    const slugs = agreed.map(({ slug }) => slug)
    expect(slugs).not.toContain(plain.slug)
    expect(slugs).not.toContain(draft.slug)
    expect(slugs).not.toContain(gone.slug)
    const asked = await findAgreedPages({ locale: 'id', payload })
    expect(asked.map(({ slug }) => slug)).toEqual(slugs)
  })

  it('names one edition each when a page is published while twenty buyers order', async () => {
    const { id, slug } = await createPage({ isAgreed: true })
    const works = Array.from({ length: 20 }, () => order)
    const [orders] = await Promise.all([
      Promise.all(works.map((place) => place())),
      changePage(id, { _status: 'published', body: 'Pasal dua.' }),
    ])
    for (const placed of orders) {
      expect([1, 2]).toContain(agreedTo(placed, slug))
      expect((await readAgain(placed.token)).agreed).toEqual(placed.agreed)
    }
  })
})
