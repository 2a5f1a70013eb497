import type { SpkContent } from '@/plugin/spk/content'
import type { SpkPage } from '@/plugin/spk'
import type { LoggedIn } from './people'
import type { ShopInUse } from './useShop'

import { newId, runInTransaction, SYSTEM, sql, type Tx } from '@/plugin/kernel/payload'
import { addDays, clock } from '@/plugin/kernel/time'
import { createSpkEndpoints } from '@/plugin/spk'
import { issueSpkLink, revokeSpkLinks } from '@/plugin/spk/links'
import { fireSpk } from '@/plugin/spk/actions/fireSpk'
import { openPassword } from '@/plugin/kernel/secrets'
import { insertSpkFile, storeSpkFile } from '@/plugin/spk/papers/files'
import { lockSpk, type SpkScene } from '@/plugin/spk/queries/scene'
import { hashContent } from '@/plugin/spk/template'
import { spkRuntime } from '@/plugin/spk'
import { readRows } from './books'
import { freezeOn, makeContractDesk, START } from './contracts'
import { type Answer, callShop } from './purchase'

const ADMIN = { id: newId(), label: 'Sari', role: 'admin' } as const

/** A content as staff freeze it; what it says is beside the point of most tests. */
export const contentOf = (
  scene: Pick<SpkScene, 'orderNumber'>,
  changes: Partial<SpkContent> = {},
): SpkContent => ({
  agreementOn: START,
  clauses: [
    {
      body: 'PIHAK PERTAMA menyediakan layanan.\nPIHAK KEDUA membayar.',
      key: 'objek',
      title: 'Objek',
    },
    { body: 'Pembayaran mengikuti jadwal.', key: 'pembayaran', title: 'Pembayaran' },
  ],
  customer: {
    address: {
      city: 'Bandung',
      postalCode: '40111',
      province: 'Jawa Barat',
      street: 'Jl. Merdeka 1',
    },
    company: null,
    email: 'budi@contoh.id',
    name: 'Budi Santoso',
    nikMark: '0123456789abcdef',
    nikMasked: '32••••••••••••01',
    phone: '+6281234567890',
  },
  disputeCity: 'Bandung',
  fontSize: 10.5,
  instalments: [
    { amount: 300_000, dueOn: START, kind: 'instalment', seq: 1 },
    { amount: 300_000, dueOn: addDays(START, 31), kind: 'instalment', seq: 2 },
  ],
  late: { fee: null, suspendAfterDays: 7 },
  lines: [{ amount: 600_000, quantity: 1, spec: '2 vCPU', title: 'VPS', unitPrice: 600_000 }],
  mode: 'tempel',
  months: 12,
  orderNumber: scene.orderNumber,
  payWithinDays: 3,
  place: 'Bandung',
  price: { cash: 600_000, downPayment: 0, markup: 0, setupFee: 0, total: 600_000 },
  provider: {
    address: 'Jl. Asia Afrika 8, Bandung',
    email: 'halo@hanzamas.tech',
    legalName: 'Hanzamas',
    nib: '1234567890123',
    npwp: '',
    phone: '+62221234567',
    representative: 'Hana',
    representativeTitle: 'Direktur',
  },
  revision: 0,
  template: { id: newId(), version: 1 },
  ...changes,
})

/** The smallest file that passes for a PDF from outside. */
export const pdfOf = (text: string): Uint8Array =>
  new Uint8Array(Buffer.from(`%PDF-1.7\n% ${text}\ntrailer << >>\n%%EOF\n`))

type Made = { customer: LoggedIn; id: string; token: string }

/** A body that is not JSON. */
export const sendBytes = async (
  url: string,
  bytes: Uint8Array,
  headers: Record<string, string> = {},
): Promise<{ code: string | undefined; status: number }> => {
  const response = await fetch(url, {
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'application/octet-stream', ...headers },
    method: 'POST',
  })
  const text = await response.text()
  const json = (text === '' ? {} : JSON.parse(text)) as { errors?: { code: string }[] }
  return { code: json.errors?.[0]?.code, status: response.status }
}

/** Agreements from their customer's side; what staff and the office of stamps do is done for them. */
export const makeSpkDesk = (inUse: ShopInUse) => {
  const desk = makeContractDesk(inUse)

  const mount = (): void => {
    const { endpoints } = inUse.shop.payload.config
    if (!endpoints.some(({ path }) => path === '/shop/spk/:link')) {
      endpoints.push(...createSpkEndpoints({ rateFactor: 1 }))
    }
  }

  const enter = async (): Promise<void> => {
    await desk.enter([], true)
    mount()
  }

  const move = <T>(orderId: string, work: (tx: Tx, scene: SpkScene) => Promise<T>): Promise<T> =>
    runInTransaction(inUse.shop.payload, async (tx) =>
      work(tx, await lockSpk(tx, sql`s.order_id = ${orderId} and s.state <> 'superseded'`)),
    )

  /** Freezes an edition and sends it for checking. */
  const propose = (orderId: string, changes: Partial<SpkContent> = {}) =>
    move(orderId, async (tx, scene) => {
      const content = contentOf(scene, changes)
      const hash = hashContent(content)
      const at = clock.now().toISOString()
      await tx.rows(sql`insert into spk_editions (id, spk_id, edition, revision, content, content_hash,
          created_at, updated_at) values (${newId()}, ${scene.id}, ${scene.edition + 1}, 0,
          ${JSON.stringify(content)}::jsonb, ${hash}, ${at}, ${at})`)
      await fireSpk(tx, scene, {
        actor: ADMIN,
        event: 'propose',
        facts: { isComplete: true },
        set: sql`edition = edition + 1, mode = 'tempel',
          sign_by = ${new Date(clock.now().getTime() + 14 * 86_400_000).toISOString()}`,
      })
      scene.edition += 1
      const { url } = await issueSpkLink(tx, scene)
      return { hash, spkId: scene.id, url, word: url.split('/').at(-1) ?? '' }
    })

  const fire = (orderId: string, event: Parameters<typeof fireSpk>[2]['event'], facts = {}) =>
    move(orderId, (tx, scene) =>
      fireSpk(tx, scene, {
        actor: ['passStamp', 'finishAnalysis', 'faultAnalysis', 'expire'].includes(event)
          ? SYSTEM
          : ADMIN,
        event,
        facts: { isComplete: true, isSame: true, ...facts },
      }),
    )

  /** An order whose content waits to be checked. */
  const proposed = async (changes: Partial<SpkContent> = {}) => {
    freezeOn(0)
    const made: Made = await desk.order()
    return { ...made, ...(await propose(made.id, changes)) }
  }

  /** An order whose agreement was issued and waits for ink. */
  const signing = async () => {
    const made = await proposed()
    await move(made.id, async (tx, scene) => {
      await fireSpk(tx, scene, {
        actor: { id: scene.customerId, label: scene.customerName, role: 'customer' },
        event: 'confirmContent',
        facts: { isSame: true },
      })
    })
    const { payload } = inUse.shop
    const stored = await storeSpkFile(payload, {
      broughtBy: 'sistem',
      bytes: pdfOf('issued'),
      edition: 1,
      kind: 'issued',
      mime: 'application/pdf',
      pages: 2,
      spkId: made.spkId,
    })
    await move(made.id, async (tx, scene) => {
      await fireSpk(tx, scene, {
        actor: ADMIN,
        along: [insertSpkFile(stored)],
        event: 'issue',
        facts: { isSame: true },
        set: sql`number = ${`001/SPK/HZ/${made.spkId.slice(-6)}/2026`}, challenge = '4821'`,
      })
      await fireSpk(tx, scene, { actor: ADMIN, event: 'sendForSignature' })
    })
    return { ...made, issuedId: stored.id }
  }

  const spkOf = async (orderId: string) => {
    const [row] = await readRows<{ attempts: number; state: string; version: number }>(
      inUse.shop.payload,
      sql`select state, attempts::int as attempts, lock_version::int as version from spks
        where order_id = ${orderId} and state <> 'superseded'`,
    )
    return row
  }

  const byOrder = (token: string): string => `/api/shop/orders/${token}/spk`
  const byLink = (word: string): string => `/api/shop/spk/${word}`

  const call = <T = { spk: SpkPage }>(
    path: string,
    args: { body?: unknown; by?: LoggedIn | undefined; pass?: string } = {},
  ): Promise<Answer<T>> =>
    callShop<T>(inUse.shop, path, {
      ...(args.body === undefined ? {} : { body: args.body }),
      headers: { ...args.by?.headers, ...(args.pass ? { 'x-spk-pass': args.pass } : {}) },
    })

  /** The newest code that was sent about an agreement, as its reader sees it. */
  const readCode = async (spkId: string): Promise<string> => {
    const [row] = await readRows<{ sealed: string }>(
      inUse.shop.payload,
      sql`select params->>'sealed' as sealed from notifications where event = 'spk.code'
        and params->>'spkId' = ${spkId} order by created_at desc, id desc limit 1`,
    )
    const { secret } = spkRuntime.get(inUse.shop.payload)
    const sealed = { label: 'spk.message', owner: spkId, sealed: row?.sealed ?? '', secret }
    return (JSON.parse(openPassword(sealed)) as { code: string }).code
  }

  /** Asks for a code and enters it. */
  const passOf = async ({ spkId, word }: { spkId: string; word: string }): Promise<string> => {
    await call(`${byLink(word)}/code`, { body: {} })
    const { json } = await call<{ pass: { word: string } }>(`${byLink(word)}/code/check`, {
      body: { code: await readCode(spkId) },
    })
    return json.pass.word
  }

  /** Messages about an agreement to staff and customer, oldest first. */
  const told = async (spkId: string): Promise<string[]> =>
    (
      await readRows<{ event: string }>(
        inUse.shop.payload,
        sql`select distinct on (event) event, min(created_at) over (partition by event) as at
          from notifications where params->>'spkId' = ${spkId}`,
      )
    ).map(({ event }) => event)

  const revoke = (orderId: string): Promise<void> =>
    move(orderId, (tx, scene) => revokeSpkLinks(tx, scene.id))

  return {
    ...desk,
    byLink,
    byOrder,
    call,
    enter,
    fire,
    move,
    passOf,
    propose,
    proposed,
    readCode,
    revoke,
    signing,
    spkOf,
    told,
  }
}
