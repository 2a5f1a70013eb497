import { queryRows, sql } from '@/plugin/kernel/payload'
import { resolveChecklist } from '@/plugin/spk/checklist'

import type { Measured } from '../../support/figures/row'
import type { SpkHouse, Waiting } from './spkHouse'

import { atLeast, equal } from '../../support/figures/row'
import { type RawAnswer, rawRequest, releaseTogether } from '../../support/lastByte'
import { inLanes } from '../lanes'
import { sayAll } from '../say'

/** As many as scenario 57 of the trade's rule book asks for. */
const FULL = 1_000
const LEAST = 20
/** Agreements whose decisions are released in one moment: with two requests each, wider than the pool. */
const MANY = 10
/** One in ten is decided about alone, by eight requests. */
const ONE_IN = 10
const REPEATS = 4

const TICKED = Object.fromEntries(resolveChecklist('e-first').map((key) => [key, true]))

type Entry = { request: Buffer; spk: Waiting }

/** One admin confirms, the other rejects, both on what they have before them. */
const entriesOf = ({ judges }: SpkHouse, spk: Waiting): Entry[] => {
  const seen = { state: 'underReview', version: spk.version }
  const bodies = [
    ['accept', { checklist: TICKED, seen, sha256: spk.sha256 }],
    ['reject', { reasons: ['unsigned'], seen }],
  ] as const
  return bodies.map(([door, body], at) => {
    const headers = { ...judges[at]?.headers, 'Content-Type': 'application/json' }
    const path = `/api/spks/${spk.id}/${door}`
    return { request: rawRequest({ body: JSON.stringify(body), headers, path }), spk }
  })
}

type Ended = { by: string; decisions: number; event: string; state: string; told: number }

const findEnd = async ({ shop }: SpkHouse, { id, orderId }: Waiting): Promise<Ended> => {
  const [row] = await queryRows<Ended>(
    shop.payload,
    sql`select s.state, (select count(*)::int from transitions t where t.machine = 'spk'
        and t.subject = s.id::text and t.event in ('accept', 'rejectSignature')) as decisions,
      (select max(t.event) from transitions t where t.machine = 'spk' and t.subject = s.id::text
        and t.event in ('accept', 'rejectSignature')) as event,
      (select max(t.actor_label) from transitions t where t.machine = 'spk' and t.subject = s.id::text
        and t.event in ('accept', 'rejectSignature')) as by,
      (select count(distinct n.event)::int from notifications n where n.subject_id = ${orderId}
        and n.event in ('spk.confirmed', 'spk.rejected')) as told
    from spks s where s.id = ${id}`,
  )
  return row ?? { by: '', decisions: 0, event: '', state: 'gone', told: 0 }
}

const STATES: Record<string, string> = { accept: 'confirmed', rejectSignature: 'signatureRejected' }

/** What is wrong with how it ended: one decision, one history, and losers who read who was faster. */
const faultsOf = (end: Ended, answers: readonly RawAnswer[]): string[] => {
  const won = answers.filter(({ status }) => status === 200).length
  const lost = answers.filter(({ status }) => status !== 200)
  const isTold = ({ body, status }: RawAnswer): boolean =>
    status === 409 && body.includes('"spk.movedOn"') && body.includes(end.by)
  const facts: [boolean, string][] = [
    [won === 1, `${won} decisions were accepted`],
    [end.decisions === 1, `${end.decisions} decisions stand in the history`],
    [STATES[end.event] === end.state, `${end.event} left it ${end.state}`],
    [end.told === 1, `the customer was told ${end.told} things`],
    [
      lost.every(isTold),
      `a loser was answered ${lost.find((each) => !isTold(each))?.status} ${lost.find((each) => !isTold(each))?.body.slice(0, 160)}`,
    ],
  ]
  return facts.filter(([holds]) => !holds).map(([, fault]) => fault)
}

const race = async (house: SpkHouse, spks: readonly Waiting[], repeats: number) => {
  const entries = spks.flatMap((spk) =>
    Array.from({ length: repeats }, () => entriesOf(house, spk)).flat(),
  )
  const requests = entries.map(({ request }) => request)
  const answers = await releaseTogether({ port: house.shop.port, requests })
  const faults: string[] = []
  for (const spk of spks) {
    const own = answers.filter((_, at) => entries[at]?.spk === spk)
    faults.push(...faultsOf(await findEnd(house, spk), own).map((fault) => `${spk.id}: ${fault}`))
  }
  return faults
}

const prepareMany = async (house: SpkHouse, total: number): Promise<Waiting[]> => {
  const ready: Waiting[] = []
  await inLanes({
    lanes: 4,
    total,
    work: async () => {
      ready.push(await house.prepare())
    },
  })
  return ready
}

/**
 * Two admins confirm and reject the same agreement at once (facts/reliability.md, scenario 57): one wins,
 * the other is answered 409 with the winner's name, and one transition stands in the history.
 */
export const raceDecisions = async (
  house: SpkHouse,
  { size }: { size: number },
): Promise<Measured[]> => {
  const total = Math.max(LEAST, Math.round(FULL * size))
  const alone = Math.ceil(total / ONE_IN)
  const faults: string[] = []
  let tried = 0
  while (tried < total) {
    const isAlone = tried < alone
    const spks = await prepareMany(house, isAlone ? 1 : Math.min(MANY, total - tried))
    faults.push(...(await race(house, spks, isAlone ? REPEATS : 1)))
    tried += spks.length
  }
  sayAll('bad decision', faults)
  return [
    {
      bar: atLeast(total),
      detail: 'agreements that two admins confirm and reject in one moment',
      name: 'decisions-tried',
      unit: '',
      value: tried,
    },
    {
      bar: equal(0),
      detail:
        faults.slice(0, 3).join(' | ') || 'one winner each; the other reads 409 with his name',
      name: 'decisions-bad',
      unit: '',
      value: faults.length,
    },
  ]
}
