import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import type { SpkPage } from '@/plugin/spk'
import { readRows } from '../../support/books'
import { freezeOn } from '../../support/contracts'
import { callShop } from '../../support/purchase'
import { makeSpkDesk } from '../../support/spkDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeSpkDesk(inUse)

beforeAll(() => desk.enter())
afterEach(() => clock.release())

const confirm = (word: string, hash: string, pass?: string) =>
  desk.call(`${desk.byLink(word)}/confirm`, { body: { hash }, ...(pass && { pass }) })

const check = (word: string, code: string) =>
  desk.call<{ errors?: { message: string }[]; pass?: { word: string } }>(
    `${desk.byLink(word)}/code/check`,
    { body: { code } },
  )

/** Everything that looking might leave behind. */
const traces = async (): Promise<string> =>
  JSON.stringify(
    await readRows(
      inUse.shop.payload,
      sql`select (select count(*) from transitions) as moves, (select count(*) from notifications) as messages,
        (select count(*) from spk_accesses) as looks, (select max(updated_at) from spks) as changed,
        (select json_agg(l order by l.id) from spk_links l) as links`,
    ),
  )

describe('a link to an agreement', () => {
  it('holds 128 bits, of which the database has only the hash', async () => {
    const { word } = await desk.proposed()
    expect(Buffer.from(word, 'base64url')).toHaveLength(16)
    const rows = await readRows(inUse.shop.payload, sql`select * from spk_links`)
    expect(JSON.stringify(rows)).not.toContain(word)
  })

  it('shows the content to whoever opens it, and changes nothing, however often robots fetch it', async () => {
    const { hash, word } = await desk.proposed()
    const before = await traces()
    const [first] = await Promise.all(Array.from({ length: 5 }, () => desk.call(desk.byLink(word))))
    expect(first?.status).toBe(200)
    expect(first?.json.spk).toMatchObject({
      content: {
        hash,
        shown: { customer: { name: 'Budi Santoso', nikMasked: '32••••••••••••01' } },
      },
      orderToken: null,
      proof: 'none',
      sentTo: expect.stringMatching(/^.•••@/) as string,
      state: 'validating',
      turn: 'customer',
    })
    expect(JSON.stringify(first?.json)).not.toContain('nikMark')
    expect(await traces()).toBe(before)
  })

  it('lets nobody act without a code, not even staff or another customer', async () => {
    const { hash, id, word } = await desk.proposed()
    for (const by of [undefined, desk.people.other, desk.people.editor, desk.people.admin]) {
      for (const [step, body] of [
        ['confirm', { hash }],
        ['decline', { reason: 'Tidak jadi' }],
        ['remarks', { remarks: [{ field: '', text: 'Salah' }] }],
        ['uploads', { files: [{ size: 10 }], kind: 'scan' }],
      ] as const) {
        const { code, status } = await desk.call(`${desk.byLink(word)}/${step}`, { body, by })
        expect([step, status, code]).toEqual([step, 401, 'spk.codeRequired'])
      }
    }
    expect((await desk.spkOf(id))?.state).toBe('validating')
  })

  it('needs no code of the customer who is logged in', async () => {
    const { customer, hash, word } = await desk.proposed()
    const { json, status } = await desk.call(`${desk.byLink(word)}/confirm`, {
      body: { hash },
      by: customer,
    })
    expect([status, json.spk.state, json.spk.proof]).toEqual([200, 'dataConfirmed', 'session'])
  })

  it('is unknown when we never made it', async () => {
    for (const word of ['x', 'A'.repeat(22), "' or 1=1 --"]) {
      const { code, status } = await desk.call(desk.byLink(encodeURIComponent(word)))
      expect([status, code]).toEqual([404, 'notFound'])
    }
  })

  it('ends with its days, with its revocation, and with a newer edition', async () => {
    const expired = await desk.proposed()
    freezeOn(8)
    expect(await desk.call(desk.byLink(expired.word))).toMatchObject({
      code: 'spk.linkEnded',
      status: 403,
    })
    const revoked = await desk.proposed()
    const pass = await desk.passOf(revoked)
    await desk.revoke(revoked.id)
    expect((await desk.call(desk.byLink(revoked.word))).code).toBe('spk.linkEnded')
    expect((await confirm(revoked.word, revoked.hash, pass)).code).toBe('spk.linkEnded')
    expect((await desk.call(`${desk.byLink(revoked.word)}/code`, { body: {} })).code).toBe(
      'spk.linkEnded',
    )
    const older = await desk.proposed()
    await desk.fire(older.id, 'withdraw')
    const newer = await desk.propose(older.id, { place: 'Jakarta' })
    expect((await desk.call(desk.byLink(older.word))).code).toBe('spk.linkEnded')
    expect((await desk.call(desk.byLink(newer.word))).status).toBe(200)
  })
})

describe('the code of a link', () => {
  it('goes to the address of the order, sealed in the outbox, and opens the link for half an hour', async () => {
    const made = await desk.proposed()
    const { json, status } = await desk.call<{ code: { sentTo: string } }>(
      `${desk.byLink(made.word)}/code`,
      { body: {} },
    )
    expect(status).toBe(202)
    expect(json.code.sentTo).toMatch(/^.•••@/)
    const code = await desk.readCode(made.spkId)
    expect(code).toMatch(/^\d{6}$/)
    const [kept] = await readRows<{ all: string }>(
      inUse.shop.payload,
      sql`select (select string_agg(n.params::text, '') from notifications n where n.event = 'spk.code')
        || (select string_agg(l.code_hash, '') from spk_links l) as all`,
    )
    expect(kept?.all).not.toContain(code)
    const { headers, json: answer } = await check(made.word, ` ${code} `)
    expect(headers.get('set-cookie')).toMatch(/^lunas-spk=.*HttpOnly; SameSite=Lax/)
    const pass = answer.pass?.word ?? ''
    clock.freeze(new Date(clock.now().getTime() + 31 * 60_000))
    expect((await confirm(made.word, made.hash, pass)).code).toBe('spk.codeRequired')
    clock.freeze(new Date(clock.now().getTime() - 2 * 60_000))
    expect((await confirm(made.word, made.hash, pass)).status).toBe(200)
  })

  it('is accepted as a cookie, too, and only at its own link', async () => {
    const [one, two] = [await desk.proposed(), await desk.proposed()]
    const pass = await desk.passOf(one)
    expect((await confirm(two.word, two.hash, pass)).code).toBe('spk.codeRequired')
    const forged = pass.replace(/.(?=[\w-]{42}$)/, (letter) => (letter === 'A' ? 'B' : 'A'))
    expect((await confirm(one.word, one.hash, forged)).code).toBe('spk.codeRequired')
    const { json } = await callShop<{ spk: SpkPage }>(inUse.shop, desk.byLink(one.word), {
      headers: { cookie: `lunas-spk=${pass}` },
    })
    expect(json.spk.proof).toBe('code')
  })

  it('works once, for ten minutes, and five tries', async () => {
    const made = await desk.proposed()
    await desk.call(`${desk.byLink(made.word)}/code`, { body: {} })
    const code = await desk.readCode(made.spkId)
    const wrong = code === '000000' ? '111111' : '000000'
    const first = await check(made.word, wrong)
    expect([first.status, first.code]).toEqual([422, 'spk.codeWrong'])
    expect(first.json.errors?.[0]?.message).toContain('4')
    const both = await Promise.all([check(made.word, code), check(made.word, code)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 403])
    expect((await check(made.word, code)).code).toBe('spk.codeEnded')
    const other = await desk.proposed()
    await desk.call(`${desk.byLink(other.word)}/code`, { body: {} })
    const right = await desk.readCode(other.spkId)
    const tries = []
    for (let at = 0; at < 5; at += 1) {
      tries.push((await check(other.word, right === '000000' ? '111111' : '000000')).code)
    }
    expect(tries).toEqual(Array.from({ length: 5 }, () => 'spk.codeWrong'))
    expect((await check(other.word, right)).code).toBe('spk.codeEnded')
    const late = await desk.proposed()
    await desk.call(`${desk.byLink(late.word)}/code`, { body: {} })
    const tooLate = await desk.readCode(late.spkId)
    clock.freeze(new Date(clock.now().getTime() + 11 * 60_000))
    expect((await check(late.word, tooLate)).code).toBe('spk.codeEnded')
  })

  it('can be asked for three times in ten minutes; the newest counts', async () => {
    const made = await desk.proposed()
    const ask = () => desk.call(`${desk.byLink(made.word)}/code`, { body: {} })
    await ask()
    const before = await desk.readCode(made.spkId)
    clock.freeze(new Date(clock.now().getTime() + 1_000))
    await ask()
    const after = await desk.readCode(made.spkId)
    if (before !== after) {
      expect((await check(made.word, before)).code).toBe('spk.codeWrong')
    }
    expect((await check(made.word, after)).status).toBe(200)
    await ask()
    expect(await ask()).toMatchObject({ code: 'rateLimited', status: 429 })
  })
})
