import { randomBytes, randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, slugsOf, sql } from '@/plugin/kernel/payload'
import { createCustomer } from '../../factories/customer'
import { readDelivery } from '../../support/deliveries'
import { draftRelease, release, uploadFile } from '../../factories/release'
import {
  buyPackage,
  fetchLink,
  readHeld,
  readPassword,
  sha256,
  unpack,
  usePackers,
} from '../../support/downloads'
import { takeLink } from '../../support/links'
import { type LoggedIn, logInAs } from '../../support/people'
import { type Answer, callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const packers = usePackers(inUse)
type Who = 'admin' | 'customer' | 'editor' | 'guest' | 'owner'
const people = {} as Record<Exclude<Who, 'guest'>, LoggedIn>
const account = { email: '', password: '' }

const logInCustomer = async (): Promise<LoggedIn> => {
  const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
  Object.assign(account, { email, password })
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', {
    body: { email, password },
  })
  return { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
}

const productId = (): string => inUse.shop.products['template-toko']

beforeAll(async () => {
  people.customer = await logInCustomer()
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
  await release({ payload: inUse.shop.payload, productId: productId(), version: '1.0.0' })
})

const headersOf = (who: Who): Record<string, string> => (who === 'guest' ? {} : people[who].headers)

const codeOf = ({ code, status }: Answer): [number, string | undefined] => [status, code]

const EVERYBODY: readonly Who[] = ['guest', 'customer', 'editor', 'admin', 'owner']

/** Sends only a head, and hears what is said to that. */
const askRaw = (port: number, head: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n--x\r\n`)
    })
    socket.once('data', (answer) => {
      resolve(answer.toString('utf8'))
      socket.destroy()
    })
    socket.once('error', reject)
  })

/** What each of them is answered. */
const askAll = async (ask: (who: Who) => Promise<number>): Promise<Record<Who, number>> => {
  const answers = {} as Record<Who, number>
  for (const who of EVERYBODY) {
    answers[who] = await ask(who)
  }
  return answers
}

describe('The files of releases', () => {
  it('are reached by editors, admins and owners; never by customers or guests', async () => {
    const { payload } = inUse.shop
    const id = await uploadFile(payload, { bytes: Buffer.from('rahasia'), name: 'rahasia.txt' })
    const doc = await payload.findByID({
      id,
      collection: slugsOf(payload).releaseFiles,
      depth: 0,
      overrideAccess: true,
    })
    const { filename } = doc as unknown as { filename: string }
    expect(filename).toMatch(/^rahasia-[\da-f-]{36}\.txt$/)
    const answers = await askAll(async (who) => {
      const path = `/api/release-files/file/${filename}`
      return (await callShop(inUse.shop, path, { headers: headersOf(who) })).status
    })
    expect(answers).toEqual({ admin: 200, customer: 403, editor: 200, guest: 403, owner: 200 })
    const { headers } = await callShop(inUse.shop, `/api/release-files/file/${filename}`, {
      headers: headersOf('editor'),
    })
    expect(Object.fromEntries(headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-disposition': 'attachment',
      'x-content-type-options': 'nosniff',
    })
  })

  const upload = async (who: Who, file: { bytes: Buffer; name: string }, fields: object = {}) => {
    const form = new FormData()
    form.append('file', new Blob([new Uint8Array(file.bytes)]), file.name)
    form.append('_payload', JSON.stringify(fields))
    const response = await fetch(`${inUse.shop.url}/api/release-files`, {
      body: form,
      headers: headersOf(who),
      method: 'POST',
    })
    const json = (await response.json()) as {
      doc?: Record<string, unknown>
      errors?: { data?: { code?: string }; message: string }[]
    }
    return { json, status: response.status }
  }

  it('are uploaded by them alone', async () => {
    const file = { bytes: Buffer.from('isi'), name: 'isi.txt' }
    const answers = await askAll(async (who) => (await upload(who, file)).status)
    expect(answers).toEqual({ admin: 201, customer: 403, editor: 201, guest: 403, owner: 201 })
  })

  it('keep their own name, get one of ours, and their fingerprint is measured, not told', async () => {
    const told = { filesize: 1, name: 'lain.txt', sha256: 'f'.repeat(64) }
    const { json } = await upload(
      'editor',
      { bytes: Buffer.from('isi'), name: '../../etc/Tema Baru.HTML' },
      told,
    )
    expect(json.doc).toMatchObject({
      filesize: 3,
      name: 'Tema Baru.HTML',
      sha256: sha256(Buffer.from('isi')),
    })
    expect(String(json.doc?.filename)).toMatch(/^tema-baru-[\da-f-]{36}\.html$/)
  })

  it('of no byte are refused in words, and nothing is kept', async () => {
    const { json, status } = await upload('editor', { bytes: Buffer.alloc(0), name: 'kosong.zip' })
    expect(status).toBe(422)
    expect(json.errors?.[0]?.message).toContain('kosong.zip kosong (0 byte)')
  })

  it('that are used by a release can neither be replaced nor deleted', async () => {
    const { payload } = inUse.shop
    const [row] = await queryRows<{ id: string }>(
      payload,
      sql`select release_files_id as id from releases_rels limit 1`,
    )
    const path = `/api/release-files/${row?.id}`
    const gone = await callShop(inUse.shop, path, { headers: headersOf('owner'), method: 'DELETE' })
    expect(gone.status).toBe(409)
  })

  it('of ten gigabytes are refused before they are read, in words', async () => {
    const answer = await askRaw(inUse.shop.port, [
      'POST /api/release-files HTTP/1.1',
      'Host: localhost',
      `Authorization: ${people.editor.headers.authorization}`,
      'Content-Type: multipart/form-data; boundary=x',
      'Content-Length: 10737418240',
    ])
    expect(answer).toContain('413')
    expect(answer).toContain('Berkas melebihi batas toko ini.')
  })

  it('in megabytes are not even read from strangers', async () => {
    const file = { bytes: randomBytes(1_500_000), name: 'besar.bin' }
    expect((await upload('guest', file)).status).toBe(413)
    expect((await upload('customer', file)).status).toBe(413)
    expect((await upload('editor', file)).status).toBe(201)
  })
})

describe('A release', () => {
  const publish = (id: string, who: Who) =>
    callShop(inUse.shop, `/api/releases/${id}/publish`, { body: {}, headers: headersOf(who) })

  it('is published by editors, admins and owners, once', async () => {
    const { payload } = inUse.shop
    const id = await draftRelease({ payload, productId: productId(), version: '3.0.0' })
    expect((await publish(id, 'guest')).status).toBe(401)
    expect((await publish(id, 'customer')).status).toBe(403)
    const both = await Promise.all([publish(id, 'editor'), publish(id, 'admin')])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await packers.idle()
  })

  it('without files cannot be published; the answer says what is missing', async () => {
    const { payload } = inUse.shop
    const id = await draftRelease({ files: [], payload, productId: productId(), version: '4.0.0' })
    const answer = await publish(id, 'editor')
    expect(codeOf(answer)).toEqual([422, 'release.incomplete'])
    expect(codeOf(await publish(randomUUID(), 'editor'))).toEqual([404, 'notFound'])
    expect((await publish('x', 'editor')).status).toBe(400)
  })

  it('does not change once it is out, and its version is its own', async () => {
    const { payload } = inUse.shop
    const id = await release({ payload, productId: productId(), version: '5.0.0' })
    const path = `/api/releases/${id}`
    const headers = headersOf('owner')
    const body = { changelog: 'Diam-diam diubah' }
    expect((await callShop(inUse.shop, path, { body, headers, method: 'PATCH' })).status).toBe(409)
    expect((await callShop(inUse.shop, path, { headers, method: 'DELETE' })).status).toBe(409)
    const twin = { instructions: 'x', product: productId(), version: '5.0.0' }
    const doubled = await callShop(inUse.shop, '/api/releases', { body: twin, headers })
    expect(doubled.status).toBe(409)
    const other = { instructions: 'x', product: inUse.shop.products.konsultasi, version: '1.0' }
    expect((await callShop(inUse.shop, '/api/releases', { body: other, headers })).status).toBe(422)
    const odd = { instructions: 'x', product: productId(), version: 'v1 beta' }
    expect((await callShop(inUse.shop, '/api/releases', { body: odd, headers })).status).toBe(400)
    const stamped = { ...twin, publishedAt: '2026-01-01T00:00:00Z', version: '6.0.0' }
    const made = await callShop<{ doc: { publishedAt?: null | string } }>(
      inUse.shop,
      '/api/releases',
      { body: stamped, headers },
    )
    expect([made.status, made.json.doc.publishedAt ?? null]).toEqual([201, null])
    await packers.idle()
  })
})

describe('The password', () => {
  const buyAs = (who: 'customer' | 'guest') =>
    buyPackage(inUse, packers, { headers: headersOf(who) })
  const reveal = (token: string, password: string, who: Who) =>
    callShop<{ passwords: { password: string }[] }>(
      inUse.shop,
      `/api/shop/orders/${token}/downloads/password`,
      { body: { password }, headers: headersOf(who) },
    )

  it('is shown to the customer who ordered, once he types that of his account; the history notes it', async () => {
    const { token } = await buyAs('customer')
    const { json, status } = await reveal(token, account.password, 'customer')
    expect([status, json.passwords[0]?.password]).toEqual([
      200,
      await readPassword(inUse.shop, token),
    ])
    const [seen] = await queryRows<{ by: string }>(
      inUse.shop.payload,
      sql`select t.actor_role as by from transitions t join entitlements e on e.id::text = t.subject
        join orders o on o.id = e.order_id where o.token = ${token} and t.event = 'reveal'`,
    )
    expect(seen?.by).toBe('customer')
  })

  it('is shown to nobody else: not with a wrong word, not logged out, not to guests or staff', async () => {
    const { token } = await buyAs('customer')
    expect(codeOf(await reveal(token, 'salah-sekali', 'customer'))).toEqual([
      401,
      'customer.wrongLogin',
    ])
    expect(codeOf(await reveal(token, account.password, 'guest'))).toEqual([401, 'auth.required'])
    expect((await reveal(token, account.password, 'owner')).status).toBe(401)
    const guests = await buyAs('guest')
    for (const who of ['customer', 'guest', 'owner'] as const) {
      expect(codeOf(await reveal(guests.token, account.password, who))).toEqual([
        403,
        'download.passwordByWhatsapp',
      ])
    }
    const nowhere = reveal('tidak-ada-pesanan-seperti-ini', account.password, 'customer')
    expect((await nowhere).status).toBe(403)
  })
})

describe('Staff', () => {
  const doors = ['reset', 'rekey', 'rebuild'] as const
  const press = (id: string, door: (typeof doors)[number], who: Who, reason = 'Berkas rusak') =>
    callShop(inUse.shop, `/api/entitlements/${id}/move`, {
      body: { event: door, reason },
      headers: headersOf(who),
    })

  it('who are admins or owners look after rights, with a reason', async () => {
    const { token } = await buyPackage(inUse, packers)
    const id = (await readHeld(inUse.shop, token))[0]?.entitlementId ?? ''
    for (const door of doors) {
      const answers = await askAll(async (who) => (await press(id, door, who)).status)
      expect(answers).toEqual({ admin: 200, customer: 403, editor: 403, guest: 401, owner: 200 })
      expect(codeOf(await press(id, door, 'admin', 'ya'))).toEqual([422, 'event.reasonRequired'])
      expect(codeOf(await press(randomUUID(), door, 'admin'))).toEqual([404, 'notFound'])
      expect((await press('x', door, 'admin')).status).toBe(400)
    }
    await packers.idle()
  })

  it('grant the downloads anew on top of those used', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    await fetchLink(await takeLink(inUse.shop, { file, token }))
    await press((await readHeld(inUse.shop, token))[0]?.entitlementId ?? '', 'reset', 'admin')
    expect((await readHeld(inUse.shop, token))[0]).toMatchObject({ allowed: 11, used: 1 })
  })

  it('give a new password: the old package is gone, the new one opens with the new word alone', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    const before = await readPassword(inUse.shop, token)
    const [held] = await readHeld(inUse.shop, token)
    await press(held?.entitlementId ?? '', 'rekey', 'owner')
    await packers.idle()
    const after = await readPassword(inUse.shop, token)
    expect(after).not.toBe(before)
    const { bytes } = await fetchLink(await takeLink(inUse.shop, { file, token }))
    expect((await unpack(bytes, after)).opens).toBe(true)
    expect((await unpack(bytes, before)).opens).toBe(false)
    expect((await readHeld(inUse.shop, token))[0]?.storeKey).not.toBe(held?.storeKey)
  })

  it('who open a delivery again send it again: other password, downloads anew, delivered by itself', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    const before = await readPassword(inUse.shop, token)
    await fetchLink(await takeLink(inUse.shop, { file, token }))
    await packers.idle()
    const { id } = await readDelivery(inUse.shop, token)
    const reopen = { event: 'reopen', reason: 'Berkas tidak bisa dibuka' }
    const answer = await callShop(inUse.shop, `/api/fulfilments/${id}/move`, {
      body: reopen,
      headers: headersOf('admin'),
    })
    expect([answer.status, answer.code]).toEqual([200, undefined])
    await packers.idle()
    const after = await readPassword(inUse.shop, token)
    expect(after).not.toBe(before)
    expect((await readDelivery(inUse.shop, token)).state).toBe('delivered')
    const [held] = await readHeld(inUse.shop, token)
    expect(held).toMatchObject({ allowed: 11, state: 'ready', used: 1 })
    const { bytes } = await fetchLink(await takeLink(inUse.shop, { file, token }))
    expect((await unpack(bytes, after)).opens).toBe(true)
    expect((await unpack(bytes, before)).opens).toBe(false)
    const news = await queryRows<{ line: string }>(
      inUse.shop.payload,
      sql`select n.event || ' ' || n.channel as line from notifications n
        join orders o on o.id::text = n.subject_id
        where o.token = ${token} and n.event like 'download.%' and n.channel <> 'inApp'`,
    )
    expect(news.map(({ line }) => line).sort()).toEqual([
      'download.password whatsapp',
      'download.password whatsapp',
      'download.ready email',
      'download.ready email',
    ])
  })

  it('see neither the sealed password nor where the package lies', async () => {
    await buyPackage(inUse, packers)
    for (const path of ['/api/entitlements?limit=5', '/api/packages?limit=5']) {
      const { json } = await callShop(inUse.shop, path, { headers: headersOf('owner') })
      expect(JSON.stringify(json)).not.toMatch(/"password"|storeKey/)
    }
  })
})
