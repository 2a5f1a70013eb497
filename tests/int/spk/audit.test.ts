import { afterEach, beforeAll, expect, it } from 'vitest'

import { sql, statementsOn } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { findAudit } from '@/plugin/spk/queries/findAudit'
import { findSpk, type SpkFile } from '@/plugin/spk/queries/scene'

import { callShop } from '../../support/purchase'
import { makeSpkDesk } from '../../support/spkDesk'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const desk = makeSpkDesk(inUse)

beforeAll(() => desk.enter())
afterEach(() => clock.release())

/** A stamp as its check has left it. */
const stamped = {
  kind: 'stamped',
  meterai: {
    environment: 'PROD',
    isPrefix: true,
    notes: [],
    rect: null,
    serial: '5K7TQ0WZ1XM94B2HGD8RVC',
    signedAt: null,
    signer: 'Meterai Elektronik 10000',
    verdict: 'VALID',
  },
} as unknown as SpkFile

it('The audit sheet says how a customer came, and what the official site said of the stamp', async () => {
  const { customer, hash, spkId, token } = await desk.proposed()
  const agreed = await desk.call(`${desk.byOrder(token)}/confirm`, { body: { hash }, by: customer })
  expect(agreed.status).toBe(200)
  const tx = statementsOn(inUse.shop.payload)
  const look = async () => (await findSpk(tx, sql`s.id = ${spkId}`)) ?? expect.unreachable('Gone')
  const { lockVersion, state } = await look()
  const noted = await callShop(inUse.shop, `/api/spks/${spkId}/official-check`, {
    body: {
      note: 'NIK 3174010203900001',
      result: 'match',
      seen: { state, version: lockVersion },
      site: 'peruri',
    },
    headers: desk.people.admin.headers,
  })
  expect(noted.status).toBe(200)
  // What an agreement has once it is issued and stamped.
  const audit = await findAudit(tx, { ...(await look()), files: [stamped], number: '001/SPK/UJI' })
  expect(audit.meterai?.official).toMatch(/^Peruri: sesuai \(Si admin, /)
  expect(audit.events.map(({ from }) => from?.id ?? null)).toEqual([
    null,
    expect.stringMatching(/^API, masuk dengan akunnya, jaringan [0-9a-f]{16}$/),
  ])
})
