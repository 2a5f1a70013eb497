import type { Payload } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { findPlan, findProductBySlug } from '@/plugin/catalog'
import { slugsOf } from '@/plugin/kernel/payload'
import { DEFAULT_LADDER } from '@/plugin/plans'

import { createProduct, productData } from '../../factories/product'
import { CALLERS, gatherCallers, type Knock } from '../../support/access/callers'
import { bootShop } from '../../support/shop'

let payload: Payload

beforeAll(async () => {
  payload = (await bootShop()).payload
})

const vps = (plans: readonly object[], more: object = {}) => ({
  contractMonths: 12,
  kind: 'vps',
  plans,
  price: 150_000,
  ...more,
})

type Refusal = { data: { errors: { message: string; path: string }[] }; status: number }

const refusalOf = async (wish: object): Promise<Refusal> =>
  payload
    .create({
      collection: slugsOf(payload).products,
      data: productData(wish) as never,
      overrideAccess: true,
    })
    .then(
      () => expect.fail('This product was published'),
      (error: unknown) => error as Refusal,
    )

const pathsOf = ({ data }: Refusal): string[] => data.errors.map(({ path }) => path)

describe('a plan of a hosting product', () => {
  it('is sold with the terms that the editor wrote', async () => {
    const { id, slug } = await createProduct({
      payload,
      wish: vps([
        {
          downPayment: { kind: 'percent', percent: 12.5 },
          dueDay: 5,
          key: '6x',
          ladder: { escalate: null, suspension: 'auto' },
          lateFee: { amount: 25_000, cap: 50_000, every: 'month', graceDays: 3, kind: 'amount' },
          markup: { kind: 'perMonth', percent: 1.15 },
          setupFee: 100_000,
          tenor: 6,
        },
        { key: '12x' },
      ]),
    })
    const product = await findProductBySlug({ payload, slug })
    expect(product).toMatchObject({
      cashPrice: 1_800_000,
      contractMonths: 12,
      orderPath: 'checkout',
      price: 150_000,
    })
    const sixTimes = {
      contractMonths: 12,
      downPayment: { basisPoints: 1250, kind: 'percent' },
      dueDay: 5,
      firstDueDays: 0,
      key: '6x',
      ladder: {
        offsets: { ...DEFAULT_LADDER.offsets, escalate: null },
        suspension: 'auto',
      },
      lateFee: {
        cap: 50_000,
        every: 'month',
        graceDays: 3,
        share: { amount: 25_000, kind: 'amount' },
      },
      markup: { basisPoints: 115, kind: 'perMonth' },
      overpaid: 'next',
      payoff: 'full',
      setupFee: 100_000,
      tenor: 6,
    }
    expect(product?.plans[0]).toEqual(sixTimes)
    expect(product?.plans[1]).toMatchObject({ key: '12x', ladder: DEFAULT_LADDER, tenor: 12 })
    expect(await findPlan({ key: '6x', payload, productId: id })).toEqual(sixTimes)
  })

  it('is found only by its own name, on a product that is on sale', async () => {
    const { id } = await createProduct({ payload, wish: vps([{ key: '12x' }]) })
    const draft = await createProduct({
      payload,
      wish: { ...vps([{ key: '12x' }]), _status: 'draft' },
    })
    expect(await findPlan({ key: '6x', payload, productId: id })).toBeNull()
    expect(await findPlan({ key: '12x', payload, productId: draft.id })).toBeNull()
    expect(await findPlan({ key: '12x', payload, productId: 'no-id' })).toBeNull()
    await payload.delete({
      id,
      collection: slugsOf(payload).products,
      overrideAccess: true,
    })
    expect(await findPlan({ key: '12x', payload, productId: id })).toBeNull()
  })

  it('makes no plan of a product that is no hosting', async () => {
    const { id, slug } = await createProduct({
      payload,
      wish: { kind: 'consulting', plans: [{ key: '12x' }] },
    })
    expect(await findPlan({ key: '12x', payload, productId: id })).toBeNull()
    expect(await findProductBySlug({ payload, slug })).toMatchObject({
      cashPrice: 350_000,
      contractMonths: null,
      plans: [],
    })
  })

  it('is asked for on WhatsApp when there is none', async () => {
    const { slug } = await createProduct({ payload, wish: vps([]) })
    expect(await findProductBySlug({ payload, slug })).toMatchObject({
      cashPrice: 1_800_000,
      orderPath: 'whatsapp',
      plans: [],
    })
  })
})

describe('publishing a plan that is not right', () => {
  it.each([
    [{ tenor: 37 }, 'plans.1.tenor'],
    [{ tenor: null }, 'plans.1.tenor'],
    [{ key: 'Dua Belas' }, 'plans.1.key'],
    [{ key: '3x' }, 'plans.1.key'],
    [{ dueDay: 31 }, 'plans.1.dueDay'],
    [{ firstDueDays: -1 }, 'plans.1.firstDueDays'],
    [{ setupFee: 0.5 }, 'plans.1.setupFee'],
    [{ downPayment: { kind: 'amount' } }, 'plans.1.downPayment.amount'],
    [{ downPayment: { kind: 'percent', percent: 12.345 } }, 'plans.1.downPayment.percent'],
    [{ downPayment: { kind: 'percent', percent: 99 } }, 'plans.1.downPayment.percent'],
    [{ markup: { kind: 'perMonth', percent: 11 } }, 'plans.1.markup.percent'],
    [{ lateFee: { amount: 0, kind: 'amount' } }, 'plans.1.lateFee.amount'],
    [{ lateFee: { cap: -1, kind: 'percent', percent: 2 } }, 'plans.1.lateFee.cap'],
    [{ lateFee: { graceDays: 91, kind: 'percent', percent: 2 } }, 'plans.1.lateFee.graceDays'],
    [{ ladder: { suspend: 5 } }, 'plans.1.ladder.suspend'],
    [{ ladder: { choice: null } }, 'plans.1.ladder.choice'],
  ])('refuses %j and names the field and its row', async (wish, path) => {
    const refusal = await refusalOf(
      vps([
        { key: '3x', tenor: 3 },
        { key: '12x', ...wish },
      ]),
    )
    expect(refusal.status).toBe(400)
    expect(pathsOf(refusal)).toEqual([path])
  })

  it('refuses a price at which the instalments of a plan that was right become too small', async () => {
    const { id } = await createProduct({ payload, wish: vps([{ key: '36x', tenor: 36 }]) })
    const cheaper = payload.update({
      id,
      collection: slugsOf(payload).products,
      data: { price: 29_000 } as never,
      overrideAccess: true,
    })
    await expect(cheaper).rejects.toMatchObject({
      data: { errors: [{ path: 'plans.0.tenor' }] },
      status: 400,
    })
    expect(await findPlan({ key: '36x', payload, productId: id })).toMatchObject({ tenor: 36 })
  })

  it('refuses a contract of no months, and one that nobody could pay', async () => {
    expect(pathsOf(await refusalOf(vps([], { contractMonths: 0 })))).toEqual(['contractMonths'])
    const dear = vps([], { contractMonths: 60, price: 900_000_000_000 })
    expect(pathsOf(await refusalOf(dear))).toEqual(['contractMonths'])
  })

  it('keeps a draft of it all the same, since drafts are saved while one types', async () => {
    const wish = vps([{ key: '', tenor: 99 }, {}], { contractMonths: 0, price: 5 })
    const { slug } = await createProduct({ payload, wish: { ...wish, _status: 'draft' } })
    expect(await findProductBySlug({ draft: true, payload, slug })).toMatchObject({ plans: [] })
  })
})

describe('who writes plans', () => {
  const mayWrite = ['editor', 'admin', 'owner']
  let knock: Knock

  beforeAll(async () => {
    knock = (await gatherCallers(payload)).knock
  })

  it.each(CALLERS)('%s changes them only as a member of staff', async (as) => {
    const { id, slug } = await createProduct({ payload, wish: vps([{ key: '12x' }]) })
    const { status } = await knock({
      as,
      body: { plans: [{ key: 'murah', markup: { kind: 'none' }, tenor: 3 }] },
      method: 'PATCH',
      path: `/products/${id}`,
    })
    const keys = (await findProductBySlug({ payload, slug }))?.plans.map(({ key }) => key)
    expect([status, keys]).toEqual(mayWrite.includes(as) ? [200, ['murah']] : [403, ['12x']])
  })

  it.each(CALLERS)('%s reads those of a published product', async (as) => {
    const { id } = await createProduct({ payload, wish: vps([{ key: '12x' }]) })
    const { body } = await knock({ as, path: `/products/${id}` })
    expect(body).toMatchObject({ orderPath: 'checkout', plans: [{ key: '12x', tenor: 12 }] })
  })

  it('an editor is told in his language which field of which plan is wrong', async () => {
    const { id } = await createProduct({ payload, wish: vps([{ key: '12x' }]) })
    const { body, status } = await knock({
      as: 'editor',
      body: { plans: [{ key: '12x' }, { key: '12x' }] },
      method: 'PATCH',
      path: `/products/${id}`,
    })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain('plans.1.key')
    expect(JSON.stringify(body)).toContain('Nama ini sudah dipakai rencana lain')
  })

  it.each([
    [{ plans: 'x' }],
    [{ plans: [{ key: { a: 1 } }] }],
    [{ plans: [{ key: '12x', tenor: 'twelve' }] }],
    [{ plans: [{ key: '12x', tenor: [1, 2] }] }],
    [{ plans: [{ key: '12x', tenor: 1e30 }] }],
    [{ plans: [{ downPayment: 7, key: '12x', ladder: 'no' }] }],
    [{ plans: [{ key: '12x', payoff: 'never' }] }],
    [{ contractMonths: 'a year' }],
    [{ plans: Array.from({ length: 13 }, (_, index) => ({ key: `p${index}` })) }],
  ])('nonsense such as %j is the sender’s fault, published or as a draft', async (body) => {
    const { id } = await createProduct({ payload, wish: vps([{ key: '12x' }]) })
    for (const path of [`/products/${id}`, `/products/${id}?draft=true`]) {
      const { status } = await knock({ as: 'editor', body, method: 'PATCH', path })
      expect(status).toBeLessThan(500)
    }
    expect(await findPlan({ key: '12x', payload, productId: id })).not.toBeNull()
  })
})
