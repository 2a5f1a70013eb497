import type { Machine } from '../kernel/machine'

import { bookingMachine } from '../booking'
import { entitlementMachine, packageMachine } from '../downloads'
import { fulfilmentMachines } from '../fulfilment'
import { blockerMachine, hostingMachine, runbookMachine } from '../hosting'
import { instalmentMachine } from '../instalments'
import { type SQL, sql } from '../kernel/payload'
import { MESSAGE_HISTORY, NOTIFICATION_MOVES } from '../notifications'
import { orderMachine } from '../orders'
import { chanceMachine, overdueCaseMachine } from '../overdue'
import { paymentMachine, reviewMachine } from '../payments'
import { problemMachine } from '../problems'
import { refundMachine, transferMachine } from '../refunds'
import { reportMachine } from '../reports'
import { scopeMachine } from '../scopes'
import { SPK_DEEDS, SPK_DESK, spkMachine, spkPrivacyMachine } from '../spk'
import { defineInvariant } from './invariant'

/**
 * `kind`: the rows of a table whose kinds have a machine each; `state`: where it stands, when no column
 * of that name says so.
 */
const SUBJECTS: readonly { kind?: string; machine: Machine; state?: SQL; table: string }[] = [
  { machine: orderMachine, table: 'orders' },
  { machine: paymentMachine, table: 'payments' },
  { machine: instalmentMachine, table: 'instalments' },
  { machine: blockerMachine, table: 'service_blockers' },
  { machine: hostingMachine, table: 'hosting_accounts' },
  { machine: runbookMachine, table: 'hosting_tasks' },
  { machine: chanceMachine, table: 'chances' },
  { machine: overdueCaseMachine, table: 'overdue_cases' },
  { machine: reviewMachine, table: 'reviews' },
  { machine: bookingMachine, table: 'bookings' },
  { machine: problemMachine, table: 'problems' },
  { machine: refundMachine, table: 'refunds' },
  { machine: transferMachine, table: 'refund_transfers' },
  { machine: entitlementMachine, table: 'entitlements' },
  { machine: packageMachine, table: 'packages' },
  { machine: reportMachine, table: 'reports' },
  { machine: scopeMachine, table: 'scopes' },
  { machine: spkMachine, table: 'spks' },
  {
    machine: spkPrivacyMachine,
    state: sql`case when erased_at is null then 'kept' else 'erased' end`,
    table: 'spks',
  },
  ...Object.entries(fulfilmentMachines).map(([kind, machine]) => ({
    kind,
    machine,
    table: 'fulfilments',
  })),
]

const subjects = sql.join(
  SUBJECTS.map(
    ({
      kind,
      machine,
      state = sql`state::text`,
      table,
    }) => sql`select ${machine.name}::text as machine, id::text as subject,
      ${state} as state, ${machine.initial}::text as initial from ${sql.identifier(table)}
      ${kind ? sql`where kind = ${kind}` : sql``}`,
  ),
  sql` union all `,
)

const rowsOf = (machine: Machine): SQL[] =>
  machine.moves.flatMap(({ by, event, from, to }) =>
    from.flatMap((state) =>
      by.map((role) => sql`(${machine.name}, ${event}, ${state}, ${to}, ${role})`),
    ),
  )

/** Of messages only what people did is history: single legal moves, no chain. */
const deeds = NOTIFICATION_MOVES.filter(({ by }) => by === 'admin').flatMap(({ event, from, to }) =>
  from.flatMap((state) =>
    ['admin', 'owner'].map((role) => sql`(${MESSAGE_HISTORY}, ${event}, ${state}, ${to}, ${role})`),
  ),
)

/** So it is of work on agreements that leaves them where they stand. */
const spkDeeds = Object.entries(SPK_DEEDS).flatMap(([event, { from }]) =>
  from.flatMap((state) =>
    ['admin', 'owner'].map((role) => sql`(${SPK_DESK}, ${event}, ${state}, ${state}, ${role})`),
  ),
)

const legalMoves = sql.join(
  [...SUBJECTS.flatMap(({ machine }) => rowsOf(machine)), ...deeds, ...spkDeeds],
  sql`, `,
)

const brokenChains = sql`
  select w.machine || ' ' || w.subject as subject, format('%s %s: step %s goes from %s after %s',
      w.machine, w.subject, w.seq, w.from_state, w.before) as sentence
    from (select t.machine, t.subject, t.seq, t.from_state, s.subject as known,
        row_number() over steps as place, coalesce(lag(t.to_state) over steps, s.initial) as before
      from transitions t left join subjects s on s.machine = t.machine and s.subject = t.subject
      where t.machine not in (${MESSAGE_HISTORY}, ${SPK_DESK})
      window steps as (partition by t.machine, t.subject order by t.seq)) w
    where w.known is null or w.seq <> w.place or w.from_state <> w.before`

const wrongEnds = sql`
  select s.machine || ' ' || s.subject, format('%s %s is stored as %s but its history ends at %s',
      s.machine, s.subject, s.state, coalesce(t.to_state, s.initial))
    from subjects s left join lateral (select to_state from transitions t
      where t.machine = s.machine and t.subject = s.subject order by t.seq desc limit 1) t on true
    where s.state <> coalesce(t.to_state, s.initial)`

const illegalMoves = sql`
  select t.machine || ' ' || t.subject, format('%s %s: %s by %s from %s to %s is in no table',
      t.machine, t.subject, t.event, t.actor_role, t.from_state, t.to_state)
    from transitions t where not exists (select 1 from legal l where l.machine = t.machine
      and l.event = t.event and l.source = t.from_state and l.target = t.to_state
      and l.role = t.actor_role)`

const lostMessages = sql`
  select t.machine || ' ' || t.subject, format('%s by %s was done with a message that is not there',
      t.event, t.actor_label)
    from transitions t where t.machine = ${MESSAGE_HISTORY}
      and not exists (select 1 from notifications n where n.id::text = t.subject)`

const nobody = sql`
  select machine || ' ' || subject, format('%s %s: nobody is named for %s', machine, subject, event)
    from transitions where coalesce(actor_label, '') = ''`

/** I6: every state was reached by named people, one legal move after the other. */
export const transitionsAreWhole = defineInvariant({
  code: 'I6',
  promise: 'Every state is the end of an unbroken chain of legal moves, each with its actor',
  breaches: sql`with subjects as materialized (${subjects}),
    legal (machine, event, source, target, role) as (values ${legalMoves})
    ${brokenChains} union all ${wrongEnds} union all ${illegalMoves}
    union all ${lostMessages} union all ${nobody}`,
})
