import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'

import { type Author, findPosts, type Subject, writePost } from '@/plugin/conversations'
import { queryRows, runInTransaction, sql, statementsOn } from '@/plugin/kernel/payload'
import { createCustomer } from '../../factories/customer'
import { type LoggedIn, logInAs } from '../../support/people'
import { callShop } from '../../support/purchase'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const budi: Author = { kind: 'customer', name: 'Budi' }
const admin: Author = { kind: 'staff', name: 'Adi Admin', staffId: randomUUID() }

const newSubject = (): Subject => ({ id: randomUUID(), kind: 'trial' })

/** As an owner does it: under a lock of the subject, in one transaction. */
const write = (args: { author?: Author; body: unknown; key?: string; subject: Subject }) =>
  runInTransaction(inUse.shop.payload, async (tx) => {
    const { author = budi, body, key = randomUUID(), subject } = args
    await tx.rows(sql`select pg_advisory_xact_lock(hashtext(${subject.id}))`)
    return writePost(tx, { author, body, key, subject })
  })

const read = (subject: Subject) => findPosts(statementsOn(inUse.shop.payload), subject)

const people: Record<string, LoggedIn | undefined> = {}

beforeAll(async () => {
  const { email, id, password } = await createCustomer({ payload: inUse.shop.payload })
  const body = { email, password }
  const { json } = await callShop<{ token: string }>(inUse.shop, '/api/customers/login', { body })
  people.customer = { headers: { authorization: `JWT ${json.token}` }, id: String(id) }
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
})

describe('A thread', () => {
  it('is told in the order in which it was written, each post with its author', async () => {
    const subject = newSubject()
    await write({ body: 'Tidak bisa dibuka.\nMohon bantuannya.', subject })
    await write({ author: admin, body: 'Kami periksa.', subject })
    await write({ author: { kind: 'system' }, body: 'Dikirim ulang.', subject })
    const posts = await read(subject)
    expect(
      posts.map(({ authorKind, authorName, body, seq }) => [seq, authorKind, authorName, body]),
    ).toEqual([
      [1, 'customer', 'Budi', 'Tidak bisa dibuka.\nMohon bantuannya.'],
      [2, 'staff', 'Adi Admin', 'Kami periksa.'],
      [3, 'system', '', 'Dikirim ulang.'],
    ])
    expect(await read({ ...subject, kind: 'other' })).toEqual([])
  })

  it('takes a double press once and says so; other words under the same key are another post', async () => {
    const subject = newSubject()
    const key = randomUUID()
    const presses = await Promise.all(
      Array.from({ length: 12 }, () => write({ body: 'Halo', key, subject })),
    )
    expect(presses.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(presses.map(({ post }) => post.id)).size).toBe(1)
    await write({ body: 'Halo lagi', key, subject })
    expect((await read(subject)).map(({ body }) => body)).toEqual(['Halo', 'Halo lagi'])
  })

  it('loses nothing when many write at once', async () => {
    const subject = newSubject()
    await Promise.all(
      Array.from({ length: 25 }, (_, at) => write({ body: `Pesan ${at}`, subject })),
    )
    const posts = await read(subject)
    expect(posts.map(({ seq }) => seq)).toEqual(posts.map((_, at) => at + 1))
    expect(new Set(posts.map(({ body }) => body)).size).toBe(25)
  })

  it('refuses what cannot be kept, names the field, and leaves no trace', async () => {
    const subject = newSubject()
    for (const [body, code] of [
      ['', 'conversation.empty'],
      ['a\u0000', 'conversation.badText'],
      ['x'.repeat(4_001), 'conversation.tooLong'],
      [{ $ne: null }, 'conversation.badText'],
    ]) {
      await expect(write({ body, subject })).rejects.toMatchObject({
        code,
        details: { field: 'body' },
      })
    }
    expect(await read(subject)).toEqual([])
  })

  it('cannot be changed, emptied or cut, not even with the database in hand', async () => {
    const subject = newSubject()
    await write({ body: 'Bukti', subject })
    const { payload } = inUse.shop
    for (const change of [
      sql`update conversation_posts set body = 'lain' where subject_id = ${subject.id}`,
      sql`delete from conversation_posts where subject_id = ${subject.id}`,
      sql`truncate conversation_posts`,
    ]) {
      await expect(queryRows(payload, change)).rejects.toMatchObject({
        cause: { message: 'conversation_posts is append-only' },
      })
    }
    expect(await read(subject)).toHaveLength(1)
  })
})

describe('The generated REST', () => {
  it('shows posts to admins and owners and lets nobody write', async () => {
    await write({ body: 'Rahasia', subject: newSubject() })
    const answers: Record<string, number[]> = {}
    for (const who of ['guest', 'customer', 'editor', 'admin', 'owner']) {
      const headers = people[who]?.headers ?? {}
      const path = '/api/conversation-posts'
      const seen = await callShop(inUse.shop, path, { headers })
      const made = await callShop(inUse.shop, path, { body: { body: 'x' }, headers })
      answers[who] = [seen.status, made.status]
    }
    expect(answers).toEqual({
      admin: [200, 403],
      customer: [403, 403],
      editor: [403, 403],
      guest: [403, 403],
      owner: [200, 403],
    })
  })
})
