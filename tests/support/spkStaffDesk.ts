import { randomUUID } from 'node:crypto'

import type { Labels } from '@/plugin/kernel/errors'
import type { SpkSeen } from '@/plugin/spk/actions/fireSpk'

import { queryRows, runInTransaction, slugsOf, sql, SYSTEM, type Tx } from '@/plugin/kernel/payload'
import { fireSpk } from '@/plugin/spk/actions/fireSpk'
import { insertSpkFile, storeSpkFile } from '@/plugin/spk/papers/files'
import { findSpk, lockSpk, newestFile, type SpkScene } from '@/plugin/spk/queries/scene'
import { NIK, PROVIDER } from '../factories/spkContent'
import { readRows } from './books'
import type { makeContractDesk } from './contracts'
import type { LoggedIn } from './people'
import { type Answer, callShop } from './purchase'
import type { ShopInUse } from './useShop'

type Finding = { page: null | number; severity: string; signal: string; text: Labels }

/** A finding that cannot be wet ink. */
export const RED: Finding = {
  page: 1,
  severity: 'red',
  signal: 'S4',
  text: { en: 'A picture lies in the box.', id: 'Ada gambar di kotak tanda tangan.' },
}

const EVERYTHING = { challenge: true, meterai: true, name: true, pages: true, wetInk: true }

/** What an admin fills in for a customer. */
export const identity = (changes: object = {}): Record<string, unknown> => ({
  address: {
    city: 'Kota Bandung',
    postalCode: '40115',
    province: 'Jawa Barat',
    street: 'Jalan Merdeka Nomor 10',
  },
  email: 'budi@contoh.id',
  name: 'Budi Santoso',
  nik: NIK,
  phone: '0812-3456-7890',
  ...changes,
})

/** A template as an admin writes it; its clauses are the ones that we offer. */
export const templateOf = (changes: object = {}): Record<string, unknown> => ({
  disputeCity: 'Bandung',
  fontSize: 10.5,
  house: 'HZ',
  mode: 'tempel',
  name: 'Naskah hosting',
  place: 'Bandung',
  provider: PROVIDER,
  ...changes,
})

/** Agreements through staff's own doors; what customers and jobs do is fired beside them. */
export const makeSpkStaffDesk = (inUse: ShopInUse, desk: ReturnType<typeof makeContractDesk>) => {
  const by = (): LoggedIn => desk.people.admin

  const post = <T>(
    path: string,
    body: object,
    who: LoggedIn | undefined = by(),
  ): Promise<Answer<T>> => callShop(inUse.shop, path, { body, headers: who?.headers })

  /** Puts a template into use through the panel's API. */
  const template = async (changes: object = {}): Promise<string> => {
    const { json, status } = await post<{ doc: { id: string } }>(
      `/api/${slugsOf(inUse.shop.payload).spkTemplates}`,
      templateOf(changes),
    )
    if (status !== 201) {
      throw new Error(`No template: ${JSON.stringify(json)}`)
    }
    return json.doc.id
  }

  const look = async (id: string): Promise<SpkScene> => {
    const scene = await findSpk(
      { rows: (query) => queryRows(inUse.shop.payload, query) } as Tx,
      sql`s.id = ${id}`,
    )
    if (!scene) {
      throw new Error(`No SPK ${id}`)
    }
    return scene
  }

  const seenOf = async (id: string): Promise<SpkSeen> => {
    const { lockVersion, state } = await look(id)
    return { state, version: lockVersion }
  }

  /** A deed of staff, on what is true now. */
  const act = async <T = { state: string }>(
    id: string,
    path: string,
    body: object = {},
    who?: LoggedIn,
  ): Promise<Answer<T>> =>
    post<T>(`/api/spks/${id}/${path}`, { seen: await seenOf(id), ...body }, who)

  const move = (
    id: string,
    event: string,
    reason = 'Diminta pelanggan',
    who?: LoggedIn,
  ): Promise<Answer<{ state: string }>> => post(`/api/spks/${id}/move`, { event, reason }, who)

  /** What a customer or a job does. */
  const fire = (
    id: string,
    event: Parameters<typeof fireSpk>[2]['event'],
    more: Partial<Parameters<typeof fireSpk>[2]> = {},
  ): Promise<void> =>
    runInTransaction(inUse.shop.payload, async (tx) => {
      const scene = await lockSpk(tx, sql`s.id = ${id}`)
      await fireSpk(tx, scene, { actor: SYSTEM, event, ...more })
    })

  const CUSTOMER = { label: 'Budi Santoso', role: 'customer' } as const

  const expectDone = async <T>(answer: Promise<Answer<T>>): Promise<T> => {
    const { json, status } = await answer
    if (status >= 300) {
      throw new Error(`Refused: ${status} ${JSON.stringify(json)}`)
    }
    return json
  }

  /** A new order with its draft. */
  const draft = async (plan?: string) => {
    const made = await desk.order(plan)
    const [row] = await readRows<{ id: string }>(
      inUse.shop.payload,
      sql`select id from spks where order_id = ${made.id}`,
    )
    return { ...made, orderId: made.id, spk: row?.id ?? '' }
  }

  /** A draft with everything in it. */
  const filled = async (wish: { changes?: object; plan?: string; template: string }) => {
    const made = await draft(wish.plan)
    await expectDone(act(made.spk, 'draft', { ...identity(wish.changes), template: wish.template }))
    return made
  }

  const agreed = async (wish: Parameters<typeof filled>[0]) => {
    const made = await filled(wish)
    await expectDone(act(made.spk, 'propose'))
    await fire(made.spk, 'confirmContent', { actor: CUSTOMER, facts: { isSame: true } })
    return made
  }

  const issued = async (wish: Parameters<typeof filled>[0]) => {
    const made = await agreed(wish)
    await expectDone(act(made.spk, 'issue'))
    return made
  }

  /** The customer's scan, as its analysis has left it: the bytes are any. */
  const scan = async (id: string, findings: readonly Finding[] = []): Promise<string> => {
    const { payload } = inUse.shop
    const { edition } = await look(id)
    const file = await storeSpkFile(payload, {
      broughtBy: 'Budi Santoso',
      bytes: new TextEncoder().encode(`%PDF-1.7 ${randomUUID()} %%EOF`),
      edition,
      kind: 'scan',
      mime: 'application/pdf',
      pages: 4,
      spkId: id,
    })
    await fire(id, 'bringScan', {
      actor: CUSTOMER,
      along: [insertSpkFile(file)],
      set: sql`attempts = attempts + 1`,
    })
    const analysis = JSON.stringify({ crops: [], findings, tools: {} })
    await queryRows(
      payload,
      sql`update spk_files set analysis = ${analysis}::jsonb where id = ${file.id}`,
    )
    await fire(id, 'finishAnalysis')
    return file.sha256
  }

  /** An agreement that waits for a reviewer; the stamp is on the paper, or comes last. */
  const reviewable = async (
    wish: { findings?: readonly Finding[] } & Parameters<typeof filled>[0],
  ) => {
    const made = await issued(wish)
    await expectDone(act(made.spk, 'send'))
    const sha256 = await scan(made.spk, wish.findings)
    return { ...made, sha256 }
  }

  const accept = (
    id: string,
    changes: object = {},
    who?: LoggedIn,
  ): Promise<Answer<{ state: string }>> =>
    look(id).then((scene) =>
      act(
        id,
        'accept',
        { checklist: EVERYTHING, sha256: newestFile(scene, 'scan')?.sha256, ...changes },
        who,
      ),
    )

  const confirmed = async (wish: Parameters<typeof reviewable>[0]) => {
    const made = await reviewable(wish)
    await expectDone(accept(made.spk))
    return made
  }

  /** Sends a file as the panel's form does. */
  const bring = async (
    id: string,
    as: string,
    bytes: Uint8Array,
    who: LoggedIn | undefined = by(),
    seen?: SpkSeen,
    name = 'berkas',
  ): Promise<Answer<{ state: string }>> => {
    const { state, version } = seen ?? (await seenOf(id))
    const form = new FormData()
    form.append('as', as)
    form.append('state', state ?? '')
    form.append('version', String(version))
    form.append('file', new File([new Uint8Array(bytes)], name))
    const response = await fetch(`${inUse.shop.url}/api/spks/${id}/files`, {
      body: form,
      headers: who?.headers ?? {},
      method: 'POST',
    })
    const json = (await response.json()) as { errors?: { code?: string }[] } & { state: string }
    return {
      code: json.errors?.[0]?.code,
      headers: response.headers,
      json,
      status: response.status,
    }
  }

  /** Events of messages about an order to one kind of reader. */
  const told = async (orderId: string, kind: 'customer' | 'staff'): Promise<string[]> =>
    (
      await readRows<{ event: string }>(
        inUse.shop.payload,
        sql`select distinct event from notifications where subject_id = ${orderId}
          and recipient_kind = ${kind} and event like 'spk.%' order by event`,
      )
    ).map(({ event }) => event)

  return {
    accept,
    act,
    agreed,
    bring,
    confirmed,
    CUSTOMER,
    draft,
    filled,
    fire,
    issued,
    look,
    move,
    post,
    reviewable,
    scan,
    seenOf,
    template,
    told,
  }
}
