import { afterEach, beforeAll, describe, expect, it } from 'vitest'

import { sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { bringBack, confirmContent, type SpkDoor, type SpkProof } from '@/plugin/spk'
import { spkDocs } from '@/plugin/spk/documentation'
import { readRows } from '../../support/books'
import { makeSpkDesk, pdfOf } from '../../support/spkDesk'
import { failStatement, recordStatements } from '../../support/statements'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeSpkDesk(inUse)

beforeAll(() => desk.enter())
afterEach(() => clock.release())

/** Statements that a step takes, its transaction's own two among them. */
const BUDGET = 10

const proof: SpkProof = { address: '203.0.113.9', channel: 'api' }

const doorOf = ({ customer, token }: { customer: { id: string }; token: string }): SpkDoor => ({
  customerId: customer.id,
  kind: 'order',
  token,
})

const traces = async (spkId: string) => {
  const [row] = await readRows<Record<string, unknown>>(
    inUse.shop.payload,
    sql`select s.state, s.attempts::int as attempts,
        (select count(*)::int from transitions t where t.subject = s.id::text and t.actor_role = 'customer') as moves,
        (select count(*)::int from spk_files f where f.spk_id = s.id and f.kind = 'scan') as scans,
        (select count(*)::int from graphile_worker._private_jobs j where j.payload->>'spkId' = s.id::text) as jobs,
        (select count(distinct event)::int from notifications n where n.params->>'spkId' = s.id::text
          and n.recipient_kind = 'staff' and n.event <> 'spk.toDraft') as told,
        (select agreed_at is not null from spk_editions e where e.spk_id = s.id and e.edition = s.edition) as agreed
      from spks s where s.id = ${spkId}`,
  )
  return row
}

describe('a step of the customer that breaks off in the middle', () => {
  const confirm = (made: Awaited<ReturnType<typeof desk.proposed>>) =>
    confirmContent(inUse.shop.payload, { body: { hash: made.hash }, door: doorOf(made), proof })

  const bring = (made: Awaited<ReturnType<typeof desk.signing>>) =>
    bringBack(inUse.shop.payload, { door: doorOf(made), files: [pdfOf('x')], kind: 'scan', proof })

  /** Breaks off at every statement in turn: what is left is what was, or all of it. */
  const breakEach = async <M extends { spkId: string }>(
    make: () => Promise<M>,
    act: (made: M) => Promise<unknown>,
  ): Promise<void> => {
    await inUse.shop.stopWorker()
    const wholly = await make()
    const length = (await recordStatements(() => act(wholly))).length
    const done = await traces(wholly.spkId)
    expect(length).toBe(BUDGET)
    for (let at = 1; at <= length; at += 1) {
      const made = await make()
      const before = await traces(made.spkId)
      const { result } = await failStatement({ at, sqlState: '57014' }, () => act(made))
      expect([at, result.status, await traces(made.spkId)]).toEqual([at, 'rejected', before])
      await act(made)
      expect([at, await traces(made.spkId)]).toEqual([at, done])
    }
  }

  it('confirms all or nothing: state, consent and the word to staff', async () => {
    await breakEach(() => desk.proposed(), confirm)
  })

  it('brings all or nothing: file, attempt and the job that looks at it', async () => {
    await breakEach(() => desk.signing(), bring)
  })
})

describe('what the endpoints answer', () => {
  it('is what their documentation says', async () => {
    const { customer, token } = await desk.signing()
    const page = await desk.call(desk.byOrder(token), { by: customer })
    expect(spkDocs.find.answers[200].schema.parse(page.json)).toBeTruthy()
    const begun = await desk.call(`${desk.byOrder(token)}/uploads`, {
      body: { files: [{ size: 10 }], kind: 'scan' },
      by: customer,
    })
    expect(spkDocs.beginUpload.answers[201].schema.parse(begun.json)).toBeTruthy()
    const proposed = await desk.proposed()
    const path = `${desk.byLink(proposed.word)}/code`
    const sent = await desk.call(path, { body: {} })
    expect(spkDocs.sendCode.answers[202].schema.parse(sent.json)).toBeTruthy()
    const code = await desk.readCode(proposed.spkId)
    const entered = await desk.call(`${path}/check`, { body: { code } })
    expect(spkDocs.checkCode.answers[200].schema.parse(entered.json)).toBeTruthy()
  })
})
