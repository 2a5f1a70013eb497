import type { Payload } from 'payload'

import type { QueuedMessage } from '../../notifications'
import type { Decision, Evaluation } from '../rules/ladderFacts'
import type { Run } from './perform'

import { runInTransaction, type SQL, sql, type Tx } from '../../kernel/payload'
import { startOfWibDay, type WibDay, wibDayOf } from '../../kernel/time'
import { queueMessages } from '../../notifications'
import { breakChance } from '../chances/breakChance'
import { evaluateLadder } from '../rules/evaluate'
import { hourOf, isWithinHours, nextOpening } from '../rules/hours'
import { ladderFactsOf, standingOf } from '../rules/standingOf'
import { overdueRuntime } from '../runtime'
import { chargeFees, findDueFees, findNextFeeDay } from './fees'
import { perform } from './perform'
import { lockScene, type Scene } from './scene'

const HOUR_MS = 3_600_000

type Logged = Exclude<Decision, { kind: 'hold' }>

/** Steps that staff hear of; all others go to the customer. */
const channelOf = ({ step }: Logged): 'customer' | 'staff' =>
  step === 'escalate' || step === 'suspend' ? 'staff' : 'customer'

/** The part of a statement that logs what was done and left out: each step once per debt, channel and round. */
const buildLog = (scene: Scene, decisions: readonly Decision[], today: WibDay): SQL => {
  const steps = decisions.filter((each): each is Logged => each.kind !== 'hold')
  if (steps.length === 0) {
    return sql`logged as (select 1)`
  }
  const rows = steps.map((each) => {
    const debt = scene.debts.find(({ seq }) => seq === each.seq)
    const round = each.step === 'suspend' ? scene.ended.number : 0
    const [outcome, reason] = each.kind === 'do' ? ['done', null] : ['skipped', each.reason]
    return sql`(${debt?.id}::uuid, ${each.step}, ${channelOf(each)}, ${round}::int,
      ${scene.orderId}::uuid, ${today}, ${outcome}, ${reason})`
  })
  return sql`logged as (insert into ladder_steps
    (instalment_id, step, channel, round, order_id, day, outcome, reason) values ${sql.join(rows, sql`, `)})`
}

const buildLook = (scene: Scene, lookAt: Date | null): SQL => sql`looked as (
  update contracts set look_at = ${lookAt?.toISOString() ?? null} where id = ${scene.contractId})`

/** When the contract is to be looked at again. */
const resolveLookAt = (args: {
  evaluation: Evaluation
  feeDay: null | WibDay
  from: number
  now: Date
}): Date | null => {
  const { evaluation, feeDay, from, now } = args
  const { lookAgain } = evaluation
  const looks = [
    lookAgain === 'soon' ? new Date(now.getTime() + HOUR_MS) : null,
    lookAgain && lookAgain !== 'soon' ? hourOf(lookAgain, from) : null,
    feeDay ? startOfWibDay(feeDay) : null,
  ].filter((look): look is Date => look !== null)
  return looks.length === 0 ? null : looks.reduce((a, b) => (a < b ? a : b))
}

/** Nothing is asked for any more, or not yet: its agreement is not confirmed. */
const isOver = ({ debts, state }: Scene): boolean =>
  state === 'cancelled' || state === 'placed' || debts.every((debt) => debt.state !== 'open')

type Step = { now: Date; run: Run; scene: Scene; tx: Tx }

/** What may happen at any hour: fees fall due. Answers the scene as it is then. */
const doNightly = async ({ now, scene, tx }: Omit<Step, 'run'>): Promise<Scene> => {
  const fees = findDueFees(scene, wibDayOf(now))
  await chargeFees(tx, scene, fees)
  return fees.length > 0 ? lockScene(tx, scene.orderId) : scene
}

/** What happens within the hours in which customers are written to. */
const doDaily = async (step: Step): Promise<void> => {
  const { now, run, tx } = step
  const today = wibDayOf(now)
  const { hours, shieldDays } = overdueRuntime.get(tx.payload)
  const messages: QueuedMessage[] = []
  let { scene } = step
  if (scene.chance && scene.chance.until < today) {
    messages.push(await breakChance({ scene, today, tx }))
    scene = await lockScene(tx, scene.orderId)
  }
  const evaluation = evaluateLadder(ladderFactsOf(scene, shieldDays), today)
  const told = { scene, standing: standingOf(scene, today), today, tx }
  for (const deed of evaluation.decisions) {
    if (deed.kind === 'do') {
      messages.push(...(await perform({ deed, run, told })))
    }
  }
  const feeDay = findNextFeeDay(scene, today)
  const lookAt = resolveLookAt({ evaluation, feeDay, from: hours[0], now })
  const along = sql`${buildLog(scene, evaluation.decisions, today)}, ${buildLook(scene, lookAt)}`
  await queueMessages({ along, messages, tx })
}

/**
 * Looks at one contract: charges what being late costs, ends a chance that has lapsed, takes the steps
 * of the ladder, and notes when to look again, all in one transaction under the order's lock. Whatever
 * was done before is not done again.
 */
export const actOnContract = (
  payload: Payload,
  args: { now: Date; orderId: string; run: Run },
): Promise<void> =>
  runInTransaction(payload, async (tx) => {
    const { now, orderId, run } = args
    const scene = await lockScene(tx, orderId)
    if (isOver(scene)) {
      await tx.rows(sql`with ${buildLook(scene, null)} select 1`)
      return
    }
    const fresh = await doNightly({ now, scene, tx })
    const { hours } = overdueRuntime.get(payload)
    if (isWithinHours(now, hours)) {
      await doDaily({ now, run, scene: fresh, tx })
      return
    }
    await tx.rows(sql`with ${buildLook(scene, nextOpening(now, hours))} select 1`)
  })
