import type { Payload } from 'payload'

import { queryRows, type SQL, sql } from '@/plugin/kernel/payload'
import { addDays, type WibDay } from '@/plugin/kernel/time'
import { DEFAULT_LADDER, STEPS_BEFORE } from '@/plugin/plans'

/** The days on which nobody looked. */
export type Year = { last: WibDay; outage: readonly WibDay[] }

const count = async (payload: Payload, from: SQL): Promise<number> => {
  const [row] = await queryRows<{ n: number }>(
    payload,
    sql`select count(*)::int as n from (${from}) x`,
  )
  return row?.n ?? Number.NaN
}

const wib = (instant: SQL): SQL =>
  sql`to_char((${instant}) at time zone 'Asia/Jakarta', 'YYYY-MM-DD')`

/** Every debt with the instant at which its last rupiah was credited. */
const DEBTS = sql`select n.*, c.started_on, (select t.at from transitions t
    where t.machine = 'instalment' and t.subject = n.id::text and t.event = 'settle') as settled_at
  from instalments n join contracts c on c.order_id = n.order_id where n.kind <> 'lateFee'`

const NOTICES = sql.join(
  [...STEPS_BEFORE, 'late' as const].map(
    (step) => sql`(${step}, ${DEFAULT_LADDER.offsets[step] ?? 0}::int)`,
  ),
  sql`, `,
)

const daysOf = (days: readonly WibDay[]): SQL =>
  sql`(${sql.join(
    days.map((day) => sql`${day}`),
    sql`, `,
  )})`

/**
 * Steps that were not taken on their day although the debt was open that morning and somebody looked;
 * after a standstill it is enough that the next look dealt with them.
 */
const findMissed = ({ last, outage }: Year): SQL => sql`
  with debts as (${DEBTS}), steps (step, ofs) as (values ${NOTICES}),
  planned as (select d.id, s.step, ${wib(sql`(d.due_on::date + s.ofs) at time zone 'Asia/Jakarta'`)} as day,
      d.started_on, d.settled_at from debts d, steps s)
  select p.id, p.step from planned p
  where p.day > p.started_on and p.day <= ${last}
    and (p.settled_at is null or p.settled_at > (p.day || 'T01:05:00Z')::timestamptz)
    and case when p.day in ${daysOf(outage)} then not exists (
          select from ladder_steps l where l.instalment_id = p.id and l.step = p.step)
          and (p.settled_at is null or p.settled_at > (${addDays(outage.at(-1) ?? last, 1)} || 'T01:05:00Z')::timestamptz)
        else not exists (select from ladder_steps l where l.instalment_id = p.id and l.step = p.step
          and l.outcome = 'done' and l.day = p.day) end`

/** The same thing said twice to one customer. */
const DOUBLED = sql`
  select n.subject_id, n.event, count(*) as times from notifications n
  where n.event ~ '^(instalment|overdue)[.]' and n.recipient_kind = 'customer' and n.channel = 'email'
    and n.event not in ('overdue.settled', 'overdue.chosen')
  group by n.subject_id, n.event, n.params->>'seq', n.params->>'dueOn', n.params->>'daysLeft',
    case when n.event ~ '^overdue' or n.event = 'instalment.late' then n.params->>'since' end,
    n.params->>'amount'
  having count(*) > 1`

/**
 * Services wanted off although no debt had been late for seven days, or a chance ran, or the customer had
 * not had four days since he was asked, or nothing had ever been paid.
 */
const WRONGFUL = sql`
  with debts as (${DEBTS}), offs as (select b.*, ${wib(sql`b.created_at`)} as day
    from service_blockers b where b.kind = 'unpaid')
  select b.id from offs b where not exists (
      select from debts d join ladder_steps l on l.instalment_id = d.id and l.step = 'choice'
      where d.order_id = b.order_id and d.due_on::date + 7 <= b.day::date
        and (d.settled_at is null or d.settled_at > b.created_at) and l.day::date + 4 <= b.day::date)
    or exists (select from chances h where h.order_id = b.order_id and h.decided_at <= b.created_at
      and h.until >= b.day and (h.ended_at is null or h.ended_at > b.created_at))
    or not exists (select from payments p where p.order_id = b.order_id and p.paid_at <= b.created_at + interval '1 day')`

/** Contracts that owe beyond the ladder and have no step behind them, or whose service is still on. */
const findStepless = ({ last }: Year): SQL => sql`
  with debts as (${DEBTS}), oldest as (select distinct on (order_id) * from debts
    where state = 'open' order by order_id, seq)
  select o.id from oldest o
  where o.due_on::date + 12 < ${last}::date
    and exists (select from payments p where p.order_id = o.order_id)
    and not exists (select from chances h where h.order_id = o.order_id and h.state = 'active')
    and ((select count(*) from ladder_steps l where l.instalment_id = o.id
        and l.step in ('choice', 'warning', 'suspend') and l.outcome = 'done') < 3
      or not exists (select from service_blockers b where b.order_id = o.order_id and b.state = 'active')
      or not exists (select from overdue_cases k where k.order_id = o.order_id and k.state <> 'resolved'))`

/** Seconds from the money to the end of the reason to be off; the slowest. */
const SLOWEST = sql`
  select coalesce(max(extract(epoch from b.cleared_at - m.at)), 0)::float8 as seconds
  from service_blockers b, lateral (select max(t.at) as at from transitions t
      join instalments n on n.id::text = t.subject and t.machine = 'instalment' and t.event = 'settle'
      where n.order_id = b.order_id and t.at <= b.cleared_at) m
  where b.state = 'cleared' and not exists (select from chances h where h.order_id = b.order_id
    and abs(extract(epoch from h.decided_at - b.cleared_at)) < 1)`

/** What the year has come to. */
export type Verdict = {
  doubled: number
  /** What was said twice, and how often. */
  doubledEvents: string[]
  missed: number
  offAfterPayment: number
  /** Rupiah that arrived by the books. */
  received: number
  stepless: number
  suspensions: number
  wrongful: number
}

/** Judges a year by what stands in the database, not by what the engine says of itself. */
export const judgeYear = async (payload: Payload, year: Year): Promise<Verdict> => {
  const doubled = await queryRows<{ event: string; times: string }>(payload, DOUBLED)
  const [slowest] = await queryRows<{ seconds: number }>(payload, SLOWEST)
  const [books] = await queryRows<{ received: string }>(
    payload,
    sql`select coalesce(sum(amount), 0) as received from ledger_entries
      where account in ('bank', 'gateway')`,
  )
  return {
    doubled: doubled.length,
    doubledEvents: doubled.map(({ event, times }) => `${event} ${times}×`),
    missed: await count(payload, findMissed(year)),
    offAfterPayment: slowest?.seconds ?? Number.NaN,
    received: Number(books?.received ?? Number.NaN),
    stepless: await count(payload, findStepless(year)),
    suspensions: await count(payload, sql`select id from service_blockers where kind = 'unpaid'`),
    wrongful: await count(payload, WRONGFUL),
  }
}
