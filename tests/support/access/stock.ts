import type { CollectionSlug, Payload } from 'payload'

import { drawArtwork } from '@/dev/seed/artwork'
import { prose } from '@/dev/seed/prose'
import { openTask } from '@/plugin/hosting/runbook/tasks'
import { closeInstalment, findInstalments } from '@/plugin/instalments'
import { queryRows, runInTransaction, slugsOf, sql } from '@/plugin/kernel/payload'
import { addDays, clock, wibDayOf } from '@/plugin/kernel/time'
import { orderPaymentOwner, placeOrder, reviseContract } from '@/plugin/orders'
import { chooseInArrears, grantChance } from '@/plugin/overdue'

import { createProduct } from '../../factories/product'
import { draftRelease, uploadFile } from '../../factories/release'

let made = 0

const createPage = async (payload: Payload, status: 'draft' | 'published'): Promise<void> => {
  const title = `Halaman ${++made}`
  await payload.create({
    collection: slugsOf(payload).pages,
    context: { disableRevalidate: true },
    data: {
      _status: status,
      body: prose(['Isi.']),
      revisedOn: '2026-11-21T05:00:00.000Z',
      title,
    } as never,
    overrideAccess: true,
  })
}

const createPicture = async (payload: Payload): Promise<void> => {
  const artwork = {
    colours: ['#123', '#456', '#789'] as [string, string, string],
    motif: 'rack' as const,
  }
  const data = await drawArtwork(artwork)
  await payload.create({
    collection: slugsOf(payload).media,
    data: { alt: 'Gambar uji' } as never,
    file: { name: `uji-${++made}.png`, data, mimetype: 'image/png', size: data.length },
    overrideAccess: true,
  })
}

/** One published and one draft of everything that has drafts, and a picture. */
export const stockCatalogue = async (payload: Payload): Promise<void> => {
  await createProduct({ payload })
  await createProduct({ payload, wish: { _status: 'draft' } })
  await createPage(payload, 'published')
  await createPage(payload, 'draft')
  await createPicture(payload)
  const { id: productId } = await createProduct({ payload, wish: { kind: 'template' } })
  await draftRelease({ payload, productId, version: '1.0.0' })
  await uploadFile(payload, { bytes: Buffer.from('lepas'), name: 'lepas.txt' })
}

/** Forgives an order its debt: it counts as paid, and its deliveries begin. */
export const waive = (payload: Payload, token: string): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const [order] = await tx.rows<{ id: string }>(sql`select id from orders where token = ${token}`)
    const orderId = order?.id ?? ''
    const actor = { label: 'Pemilik uji', role: 'owner' } as const
    const note = { reason: 'Stok uji' }
    for (const { id } of await findInstalments(tx, orderId)) {
      await closeInstalment({ actor, event: 'waive', id, note, orderId, tx })
    }
    await orderPaymentOwner.recount(tx, orderId)
  })

/** One order of each customer, with everything that follows from it. */
export const stockOrders = async (payload: Payload, customers: string[]): Promise<void> => {
  const { slug } = await createProduct({ payload })
  for (const customerId of customers) {
    const { token } = await placeOrder({
      customerId,
      input: {
        acceptedTerms: true,
        customer: { name: 'Budi Santoso', email: 'budi@lunas.test', phone: '081234567890' },
        items: [{ product: slug, quantity: 1 }],
      },
      locale: 'id',
      now: new Date(),
      payload,
    })
    await waive(payload, token)
  }
  await stockContracts(payload, customers)
  await stockServers(payload)
}

/** A server, and a task of people for a service. */
const stockServers = async (payload: Payload): Promise<void> => {
  await payload.create({
    collection: slugsOf(payload).hostingServers,
    data: {
      name: `Rak ${++made}`,
      driver: 'manual',
      kinds: ['vps'],
      settings: { kind: 'vps' },
      slots: 10,
    } as never,
    overrideAccess: true,
  })
  await runInTransaction(payload, async (tx) => {
    const [account] = await tx.rows<{ id: string }>(sql`select id from hosting_accounts limit 1`)
    await openTask(tx, { accountId: account?.id ?? '', deed: 'create', steps: ['Pasang'], wish: 1 })
  })
}

const DAY_MS = 86_400_000

/** A contract whose first instalment is forty days late. */
const placeLateContract = async (
  payload: Payload,
  args: { customerId: string; slug: string },
): Promise<string> => {
  const { customerId, slug } = args
  clock.freeze(new Date(Date.now() - 40 * DAY_MS))
  try {
    const { token } = await placeOrder({
      customerId,
      input: {
        acceptedTerms: true,
        customer: { name: 'Budi Santoso', email: 'budi@lunas.test', phone: '081234567890' },
        items: [{ plan: '12x', product: slug, quantity: 1 }],
      },
      locale: 'id',
      now: clock.now(),
      payload,
    })
    return token
  } finally {
    clock.release()
  }
}

/** For each customer a contract in arrears: he has chosen, was granted a chance and chose again. */
export const stockContracts = async (payload: Payload, customers: string[]): Promise<void> => {
  const wish = { contractMonths: 12, kind: 'vps', plans: [{ key: '12x', tenor: 12 }] }
  const { slug } = await createProduct({ payload, wish })
  const proof = { address: '10.0.0.1', channel: 'web', textVersion: '2026-11' } as const
  const actor = { label: 'Pemilik uji', role: 'owner' } as const
  for (const customerId of customers) {
    const token = await placeLateContract(payload, { customerId, slug })
    const [order] = await queryRows<{ id: string }>(
      payload,
      sql`select id from orders where token = ${token}`,
    )
    const orderId = order?.id ?? ''
    const until = addDays(wibDayOf(new Date()), 5)
    await grantChance(payload, { actor, orderId, reason: 'Stok uji', until })
    await chooseInArrears(payload, { choice: 'suspend', own: { customerId, token }, proof })
    const firstDue = addDays(wibDayOf(new Date()), 20)
    await reviseContract(payload, {
      actor,
      discount: 0,
      firstDue,
      orderId,
      reason: 'Stok uji',
      tenor: 12,
    })
  }
}

/** Ids of all rows of a collection, drafts included. */
export const findIds = async (payload: Payload, collection: CollectionSlug): Promise<string[]> => {
  const { docs } = await payload.find({
    collection,
    depth: 0,
    limit: 100,
    overrideAccess: true,
    pagination: false,
  })
  return docs.map(({ id }) => String(id))
}
