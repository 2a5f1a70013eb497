import path from 'node:path'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import {
  buildConfig,
  getPayload,
  handleEndpoints,
  type Payload,
  type SanitizedConfig,
} from 'payload'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { shopDatabase } from '@/config/database'
import { buildDatabaseUrl, createDatabase } from '@/dev/postgres'
import { prose } from '@/dev/seed/prose'
import { findPublicOrder, lunas, placeOrder } from '@/plugin'
import { checkInvariants } from '@/plugin/invariants'
import { migrateQueue } from '@/plugin/kernel/queue'
import { lunasOptions } from '../../support/lunasOptions'
import { validOrder } from '../../support/purchase'

const slugs = {
  customers: 'pelanggan',
  instalments: 'cicilan',
  media: 'gambar',
  orderItems: 'isi-pesanan',
  orders: 'pesanan',
  pages: 'halaman',
  payments: 'pembayaran',
  products: 'barang',
  staff: 'tim',
  transitions: 'riwayat',
}

let config: SanitizedConfig
let payload: Payload

/** Migrations are generated and stand outside the type check. */
const loadMigrations = async (): Promise<Parameters<Payload['db']['migrate']>[0]> => {
  const file = path.resolve('src/migrations/index.ts')
  return (await import(file)) as Parameters<Payload['db']['migrate']>[0]
}

/** Another project: our committed migrations on an empty database, its own slugs, a collection of its own. */
beforeAll(async () => {
  const server = inject('postgres')
  const database = `other_slugs_${process.env.VITEST_POOL_ID ?? '0'}_${process.pid}`
  await createDatabase({ database, server })
  const connectionString = buildDatabaseUrl({ ...server, database })
  const ofShop = shopDatabase(path.resolve('src/migrations'))
  config = await buildConfig({
    admin: { user: slugs.staff },
    db: {
      ...ofShop,
      init: (args) => {
        const adapter = ofShop.init(args)
        Object.assign(adapter, { poolOptions: { connectionString, max: 8 } })
        return adapter
      },
    },
    editor: lexicalEditor(),
    localization: { defaultLocale: 'id', fallback: true, locales: ['id', 'en'] },
    logger: { options: { level: 'silent' } },
    plugins: [lunas(lunasOptions({ slugs }))],
    secret: lunasOptions().secret,
    telemetry: false,
    typescript: { autoGenerate: false },
  })
  payload = await getPayload({ config, key: database })
  await payload.db.migrate(await loadMigrations())
  await migrateQueue({ connectionString })
}, 120_000)

afterAll(() => payload.db.destroy?.())

describe('A shop with other slugs', () => {
  it('sells on the tables that our migrations make', async () => {
    const product = await payload.create({
      collection: slugs.products as 'products',
      data: {
        _status: 'published',
        afterPayment: 'Kami menghubungi Anda.',
        description: prose(['Satu paragraf.']),
        kind: 'consulting',
        price: 350_000,
        refundRule: 'Uang kembali sebelum dimulai.',
        summary: 'Satu jam.',
        title: 'Konsultasi',
      } as never,
      overrideAccess: true,
    })
    const input = validOrder({ items: [{ product: product.id, quantity: 2 }] })
    const order = await placeOrder({
      input: input as never,
      locale: 'id',
      now: new Date(),
      payload,
    })
    expect(order).toMatchObject({ paymentState: 'unpaid', state: 'open', total: 700_000 })
    expect(await findPublicOrder({ payload, token: order.token })).toEqual(order)
    const { docs } = await payload.find({
      collection: slugs.orders as 'orders',
      overrideAccess: true,
    })
    expect(docs).toHaveLength(1)
    expect(await checkInvariants({ payload })).toEqual([])
  })

  it('answers under its own names, and under ours no more', async () => {
    const ask = async (slug: string): Promise<number> => {
      const request = new Request(`http://localhost:3000/api/${slug}?limit=1`)
      return (await handleEndpoints({ config, request })).status
    }
    expect(await ask(slugs.products)).toBe(200)
    expect(await ask(slugs.orders)).toBe(403)
    expect(await ask('products')).toBe(404)
  })

  it('logs its customers in under its own names', async () => {
    const collection = slugs.customers as 'customers'
    const login = { email: 'siti@lunas.test', password: 'Kata-sandi-1' }
    await payload.create({
      collection,
      data: { ...login, name: 'Siti', phone: '081211112222' } as never,
      overrideAccess: true,
    })
    const { user } = await payload.login({ collection, data: login })
    expect(user).toMatchObject({ email: login.email })
  })
})
