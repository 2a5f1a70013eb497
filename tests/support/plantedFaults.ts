import { newId, type SQL, sql } from '@/plugin/kernel/payload'

/** A paid attempt of the honest shop and its order. */
export type Victim = { id: string; orderId: string }

/** A fault put into an honest shop, the invariant that must find it and what it must say. */
export type Planted = {
  code: string
  /** One fault of each invariant is also left in the database, for the command. */
  isKept?: true
  says: RegExp
  tamper: (victim: Victim) => SQL[]
  what: string
}

const book = (victim: Victim, account: string, amount: number, posting = 'x'): SQL => sql`
  insert into ledger_entries (id, posting, kind, account, amount, order_id, payment_id)
  values (${newId()}, ${posting}, 'payment.received', ${account}, ${amount}, ${victim.orderId},
    ${victim.id})`

const money: Planted[] = [
  {
    code: 'I1',
    isKept: true,
    says: /^posting x .* sums to Rp1$/,
    tamper: (victim) => [book(victim, 'gateway', 1)],
    what: 'a lonely ledger row',
  },
  {
    code: 'I1',
    says: /^the books as a whole sum to Rp1$/,
    tamper: (victim) => [book(victim, 'gateway', 1)],
    what: 'books that do not sum to nought',
  },
  {
    code: 'I2',
    says: /^order .* owes Rp0 by its instalments but Rp-1 by the books$/,
    tamper: (victim) => [book(victim, 'receivable', -1), book(victim, 'sales', 1)],
    what: 'a receivable that nobody paid',
  },
  {
    code: 'I2',
    isKept: true,
    says: /^instalment .* of Rp\d+ was paid Rp\d+$/,
    tamper: () => [sql`update allocations set amount = amount + 1`],
    what: 'an allocation beyond the debt',
  },
  {
    code: 'I2',
    says: /^\S+ holds Rp750001: Rp750000 allocated, Rp0 kept/,
    tamper: (victim) => [book(victim, 'gateway', 1), book(victim, 'sales', -1)],
    what: 'money that is neither allocated nor kept',
  },
  {
    code: 'I2',
    says: /^account excess holds Rp50000 but the reviews account for Rp0$/,
    tamper: () => [sql`delete from reviews`],
    what: 'a review that vanished',
  },
  {
    code: 'I3',
    isKept: true,
    says: /^\S+ is paid but its money was booked 2 times$/,
    tamper: (victim) => [book(victim, 'gateway', 5), book(victim, 'receivable', -5)],
    what: 'money booked twice',
  },
  {
    code: 'I3',
    says: /^\S+ is paid but its money was booked 0 times$/,
    tamper: () => [sql`update payments set state = 'paid' where state = 'pending'`],
    what: 'a payment without money',
  },
  {
    code: 'I3',
    says: /^reference SAME belongs to 3 attempts$/,
    tamper: () => [
      sql`drop index payments_reference_once`,
      sql`update payments set reference = 'SAME'`,
    ],
    what: 'one reference on several attempts',
  },
  {
    code: 'I4',
    isKept: true,
    says: /^order .* says paid but its money says unpaid$/,
    tamper: () => [sql`update orders set payment_state = 'paid' where payment_state = 'unpaid'`],
    what: 'an order called paid',
  },
  {
    code: 'I4',
    says: /^instalment 1 of .* is paid with Rp0 of Rp\d+ paid$/,
    tamper: () => [sql`update instalments set state = 'paid' where state = 'open'`],
    what: 'an instalment called paid',
  },
  {
    code: 'I4',
    says: /^instalment 1 of .* is open with Rp(\d+) of Rp\1 paid$/,
    tamper: () => [sql`update instalments set state = 'open' where state = 'paid'`],
    what: 'a paid instalment called open',
  },
]

const news: Planted[] = [
  {
    code: 'I5',
    says: /^\S+ was credited but its buyer is never told$/,
    tamper: () => [sql`delete from notifications where event = 'payment.received'`],
    what: 'a receipt that was never written',
  },
  {
    code: 'I5',
    isKept: true,
    says: /^message \S+ tells of money that was never credited$/,
    tamper: () => [
      sql`update notifications set step = ${newId()} where event = 'payment.receivedByStaff'`,
    ],
    what: 'a receipt for nothing',
  },
  {
    code: 'I6',
    isKept: true,
    says: /is stored as fulfilled but its history ends at open$/,
    tamper: () => [sql`update orders set state = 'fulfilled'`],
    what: 'a state that nobody reached',
  },
  {
    code: 'I6',
    says: /: step 2 goes from placed after draft$/,
    tamper: () => [sql`delete from transitions where machine = 'order' and seq = 1`],
    what: 'a missing step',
  },
  {
    code: 'I6',
    says: /^order .*: step 1 goes from /,
    tamper: (victim) => [
      sql`update transitions set subject = ${newId()} where subject = ${victim.orderId}`,
    ],
    what: 'the history of something that is not there',
  },
  {
    code: 'I6',
    says: /: magic by system from \S+ to \S+ is in no table$/,
    tamper: () => [sql`update transitions set event = 'magic' where machine = 'payment'`],
    what: 'a move that no table has',
  },
  {
    code: 'I6',
    says: /by editor from .* is in no table$/,
    tamper: () => [sql`update transitions set actor_role = 'editor'`],
    what: 'a move by the wrong people',
  },
  {
    code: 'I6',
    says: /: nobody is named for /,
    tamper: () => [sql`update transitions set actor_label = null`],
    what: 'an actor without a name',
  },
  {
    code: 'I6',
    says: /^message .*: resend by customer from dead to queued is in no table$/,
    tamper: (victim) => [
      sql`insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role,
          actor_label, at) select ${newId()}, 'message', n.id::text, 1, 'resend', 'dead', 'queued',
          'customer', 'Budi', now() from notifications n where n.subject_id = ${victim.orderId} limit 1`,
    ],
    what: 'a message that a customer sent again by himself',
  },
  {
    code: 'I6',
    says: /^markSent by Rina was done with a message that is not there$/,
    tamper: () => [
      sql`insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role,
          actor_label, at) values (${newId()}, 'message', ${newId()}, 1, 'markSent', 'manual', 'sent',
          'admin', 'Rina', now())`,
    ],
    what: 'a deed with a message that vanished',
  },
  {
    code: 'I6',
    isKept: true,
    says: /^seal \d+: transition \S+ was changed after it was sealed/,
    tamper: (victim) => [
      sql`update transitions set reason = 'forged later' where subject = ${victim.orderId}`,
    ],
    what: 'a sealed line of the history that was rewritten',
  },
  {
    code: 'I6',
    says: /has been unsealed for an hour$/,
    tamper: () => [
      sql`delete from transition_seals`,
      sql`update transitions set created_at = now() - interval '2 hours'`,
    ],
    what: 'a history that nobody seals',
  },
  {
    code: 'I7',
    says: /^message \S+ is queued and no job will send it$/,
    tamper: () => [
      sql`delete from graphile_worker._private_jobs
        where payload->>'id' in (select id::text from notifications)`,
    ],
    what: 'a message that nobody will send',
  },
  {
    code: 'I7',
    says: /^nobody knows whether message \S+ got through and no job will decide$/,
    tamper: () => [
      sql`update notifications set channel = 'whatsapp', state = 'unknown'
        where event = 'payment.received'`,
    ],
    what: 'a message of which nobody will ever know',
  },
  {
    code: 'I7',
    isKept: true,
    says: /^callback \S+ waits and no job will work it off$/,
    tamper: () => [sql`update payment_events set processed_at = null`],
    what: 'a callback that nobody will work off',
  },
  {
    code: 'I7',
    says: /^message key same exists \d+ times$/,
    tamper: () => [
      sql`drop index notifications_key_idx`,
      sql`update notifications set key = 'same'`,
    ],
    what: 'one message twice in the outbox',
  },
  {
    code: 'I7',
    says: /^callback key same exists 2 times$/,
    tamper: () => [
      sql`drop index payment_events_key_idx`,
      sql`update payment_events set key = 'same'`,
    ],
    what: 'one callback twice in the inbox',
  },
]

const shape: Planted[] = [
  {
    code: 'I8',
    isKept: true,
    says: /^orders \S+ holds Rp\d+\.5$/,
    tamper: () => [
      sql`alter table orders drop constraint orders_total_whole`,
      sql`update orders set total = total + 0.5`,
    ],
    what: 'half a rupiah',
  },
  {
    code: 'I8',
    says: /^ledger_entries \S+ holds Rp9007199254740993$/,
    tamper: () => [
      sql`alter table ledger_entries drop constraint ledger_entries_amount_whole`,
      sql`update ledger_entries set amount = 9007199254740993`,
    ],
    what: 'more than a number can hold',
  },
  {
    code: 'I8',
    says: /^products\.price is stored as double precision$/,
    tamper: () => [sql`alter table products alter column price type double precision`],
    what: 'a price in floats',
  },
  {
    code: 'I9',
    isKept: true,
    says: /^order_items \S+ belongs to another customer/,
    tamper: () => [sql`update order_items set customer_id = ${newId()}`],
    what: 'a line of another customer',
  },
  {
    code: 'I9',
    says: /^instalments \S+ belongs to another customer/,
    tamper: () => [sql`update instalments set customer_id = ${newId()}`],
    what: 'an instalment of another customer',
  },
  {
    code: 'I10',
    isKept: true,
    says: /: lines Rp750000, instalments Rp750001$/,
    tamper: () => [sql`update instalments set amount = amount + 1 where state = 'open'`],
    what: 'instalments that do not sum',
  },
  {
    code: 'I10',
    says: /: lines Rp1500000, instalments Rp750000$/,
    tamper: () => [sql`update order_items set quantity = 2, amount = 2 * amount`],
    what: 'lines that do not sum',
  },
  {
    code: 'I10',
    says: /^instalment 2 of order \S+ is due on (\S+), not after \1$/,
    tamper: () => [
      sql`insert into instalments (id, order_id, seq, due_on, amount, state)
        select ${newId()}, order_id, 2, due_on, 1, 'open' from instalments limit 1`,
    ],
    what: 'due days that do not rise',
  },
]

const work: Planted[] = [
  {
    code: 'I6',
    says: /^consulting \S+ is stored as held but its history ends at new$/,
    tamper: () => [sql`update fulfilments set state = 'held'`],
    what: 'a delivery that nobody moved',
  },
  {
    code: 'I11',
    isKept: true,
    says: /^HZ\S+ is paid but “.*” has no delivery$/,
    tamper: () => [sql`delete from fulfilments`],
    what: 'a paid item that is forgotten',
  },
  {
    code: 'I11',
    says: /^delivery \S+ is new although HZ\S+ is refunded$/,
    tamper: () => [sql`update orders set payment_state = 'refunded'`],
    what: 'work on what was refunded',
  },
  {
    code: 'I11',
    says: /^delivery \S+ is of HZ\S+, its item of another order or kind$/,
    tamper: () => [sql`update order_items set kind = 'template'`],
    what: 'a delivery of another kind than its item',
  },
  {
    code: 'I11',
    says: /^delivery \S+ is new and promises nothing$/,
    tamper: () => [sql`update fulfilments set due_at = null`],
    what: 'a delivery without a deadline',
  },
  {
    code: 'I11',
    says: /^HZ\S+ is fulfilled but delivery \S+ is new$/,
    tamper: () => [sql`update orders set state = 'fulfilled'`],
    what: 'an order that is delivered before its items',
  },
  {
    code: 'I12',
    isKept: true,
    says: /^session \S+ is agreed although its delivery is (?:\w+|not begun)$/,
    tamper: () => [
      sql`insert into staff (id, email, role, name) values (gen_random_uuid(), 'x@lunas.test', 'admin', 'X')`,
      sql`insert into bookings (id, order_item_id, order_id, host_id, state, starts_at, ends_at,
          blocks_from, blocks_until, agreed_at, place_kind, sequence, moved)
        select gen_random_uuid(), i.id, i.order_id, (select id from staff limit 1), 'booked', now(),
          now() + interval '1 hour', now(), now() + interval '1 hour', now(), 'zoom', 0, 0
        from order_items i limit 1`,
    ],
    what: 'a session of which the delivery knows nothing',
  },
]

const refundOf = ({ id }: Victim, orderId: SQL, method = 'transfer'): SQL => sql`
  insert into refunds (id, number, state, order_id, payment_id, amount, reason, asked_by, key, method,
    evidence, executed_at)
  values (${newId()}, 'R-x', 'executed', ${orderId}, ${id}, 1, 'Uji', 'Uji', ${newId()}, ${method},
    'x', now())`

const refunds: Planted[] = [
  {
    code: 'I13',
    isKept: true,
    says: /^R-x was sent without a proof$/,
    tamper: (victim) => [refundOf(victim, sql`${victim.orderId}`)],
    what: 'money sent without a proof',
  },
  {
    code: 'I13',
    says: /^\S+: refunds say that Rp1 was sent, the books say Rp0$/,
    tamper: (victim) => [refundOf(victim, sql`${victim.orderId}`)],
    what: 'a refund that the books do not know',
  },
  {
    code: 'I13',
    says: /^R-x is of another order than its payment$/,
    tamper: (victim) => [
      refundOf(victim, sql`(select id from orders where id <> ${victim.orderId} limit 1)`),
    ],
    what: 'a refund of another order',
  },
  {
    code: 'I13',
    says: /^R-x is executed although 0 transfers of it were sent$/,
    tamper: (victim) => [refundOf(victim, sql`${victim.orderId}`, 'disbursement')],
    what: 'a refund by the disbursement that has sent nothing',
  },
  {
    code: 'I13',
    says: /^\S+ put Rp750000 on debts but Rp750001 went back by the books$/,
    tamper: (victim) => [book(victim, 'refunds', 750_001), book(victim, 'gateway', -750_001)],
    what: 'more money back than came',
  },
]

/** A right to the files of an order, and one package of it. */
const hold = (victim: Victim, used = 0): SQL[] => {
  const [entitlement, release] = [newId(), newId()]
  return [
    sql`insert into releases (id, product_id, version, published_at)
      values (${release}, ${newId()}, '1.0.0', now())`,
    sql`insert into entitlements (id, order_item_id, order_id, product_id, state, per_file, valid_until,
        password) select ${entitlement}, i.id, i.order_id, r.product_id, 'active', 3, now(), 'x'
      from order_items i, releases r where i.order_id = ${victim.orderId} and r.id = ${release}`,
    sql`insert into packages (id, entitlement_id, release_id, state, used, allowed)
      values (${newId()}, ${entitlement}, ${release}, 'wanted', ${used}, 3)`,
  ]
}

const files: Planted[] = [
  {
    code: 'I14',
    isKept: true,
    says: /^package \S+ says 1 uses, its log has 0$/,
    tamper: (victim) => hold(victim, 1),
    what: 'a download that nobody made',
  },
  {
    code: 'I14',
    says: /^right \S+ is active although HZ\S+ is refunded$/,
    tamper: (victim) => [
      ...hold(victim),
      sql`update orders set payment_state = 'refunded' where id = ${victim.orderId}`,
    ],
    what: 'a right to what was refunded',
  },
  {
    code: 'I14',
    says: /^package \S+ is of another product than its right$/,
    tamper: (victim) => [...hold(victim), sql`update entitlements set product_id = ${newId()}`],
    what: 'a package of something else',
  },
]

/** A report of an order that was sent, of a delivery that analyses. */
const report = (victim: Victim): SQL[] => [
  sql`update fulfilments set kind = 'security-analysis' where order_id = ${victim.orderId}`,
  sql`insert into reports (id, fulfilment_id, order_id, revision, state, filename, issued_at, issued_by,
      sent_at, expires_at, password_since, password, content)
    select ${newId()}, f.id, f.order_id, 1, 'building', 'x.pdf', now(), 'Uji', now(), now(), now(), 'x',
      '{}'::jsonb from fulfilments f where f.order_id = ${victim.orderId}`,
]

const reports: Planted[] = [
  {
    code: 'I16',
    says: /^report \S+ was sent and nobody was told the password$/,
    tamper: report,
    what: 'a report of which nobody heard',
  },
  {
    code: 'I16',
    says: /^report \S+ can be fetched although HZ\S+ is refunded$/,
    tamper: (victim) => [
      ...report(victim),
      sql`update orders set payment_state = 'refunded' where id = ${victim.orderId}`,
    ],
    what: 'a report of what was refunded',
  },
  {
    code: 'I16',
    says: /^analysis \S+ was delivered without a report$/,
    tamper: ({ orderId }) => [
      sql`update fulfilments set kind = 'security-analysis', state = 'reported'
        where order_id = ${orderId}`,
    ],
    what: 'an analysis without a report',
  },
  {
    code: 'I16',
    isKept: true,
    says: /^message \S+ holds the password of a report by email$/,
    tamper: ({ orderId }) => [
      sql`update notifications set event = 'report.password', channel = 'email'
        where subject_id = ${orderId} and event = 'order.placed'`,
    ],
    what: 'a password in a mail',
  },
  {
    code: 'I16',
    says: /^report \S+ was fetched before it was sent$/,
    tamper: (victim) => [
      ...report(victim),
      sql`alter table reports disable trigger reports_fixed`,
      sql`update reports set sent_at = null, expires_at = null`,
      sql`insert into report_accesses (id, report_id, what, at)
        select ${newId()}, id, 'downloaded', now() from reports`,
    ],
    what: 'a download of what was never sent',
  },
]

/** The scope of an analysis, agreed on, its domain proven by a waiver. */
const agreeOn = (victim: Victim): SQL => sql`
  insert into scopes (id, order_item_id, order_id, state, revision, looks, domain, signer_name,
    signer_position, signed_at, signed_text, signed_hash, proof_word, proof_until, proven_at,
    proven_by, proven_domain, waived_reason, agreed_at, starts_on, ready_on)
  select ${newId()}, i.id, i.order_id, 'agreed', 1, 0, 'a.id', 'A', 'B', now(), 'x', 'x', 'x', now(),
    now(), 'waiver', 'a.id', 'x', now(), '2026-12-01', '2026-12-02'
  from order_items i where i.order_id = ${victim.orderId} limit 1`

const analyses: Planted[] = [
  {
    code: 'I15',
    isKept: true,
    says: /^scope \S+ is agreed but its delivery is \w+$/,
    tamper: (victim) => [agreeOn(victim)],
    what: 'a date of which the delivery knows nothing',
  },
  {
    code: 'I15',
    says: /^delivery \S+ is analysing but its scope is none$/,
    tamper: () => [sql`update fulfilments set kind = 'security-analysis', state = 'analysing'`],
    what: 'an analysis that nobody has permitted',
  },
  {
    code: 'I15',
    says: /^scope \S+ is agreed without a signature, a proof of its domain, a date$/,
    tamper: (victim) => [
      sql`alter table scopes drop constraint if exists scopes_signed,
        drop constraint if exists scopes_proven, drop constraint if exists scopes_dated`,
      agreeOn(victim),
      sql`update scopes set signer_name = '', proven_domain = 'b.id', starts_on = null`,
    ],
    what: 'an agreement without permission, proof and day',
  },
  {
    code: 'I15',
    says: /^scope \S+ is of HZ\S+, its item of another order or kind$/,
    tamper: (victim) => [agreeOn(victim)],
    what: 'a scope of what is no analysis',
  },
]

/** A service of the order, as its columns say. */
const serve = (
  victim: Victim,
  columns: { observed: string; state: string; wanted: string },
): SQL => sql`
  insert into hosting_accounts (id, title, kind, order_id, order_item_id, customer_id, unit, state, wanted,
    wanted_at, wish, observed, tries, name)
  select ${newId()}, 'x', 'vps', i.order_id, i.id, i.customer_id, 1, ${columns.state}, ${columns.wanted},
    now() - interval '1 hour', 1, ${columns.observed}, 0, 'uabcdefg'
  from order_items i where i.order_id = ${victim.orderId} limit 1`

const services: Planted[] = [
  {
    code: 'I17',
    isKept: true,
    says: /^service \S+ is active, wanted on and seen off, and nobody is at it$/,
    tamper: (victim) => [serve(victim, { observed: 'off', state: 'active', wanted: 'on' })],
    what: 'a service that is off, and nobody at it',
  },
  {
    code: 'I17',
    says: /^service \S+ is suspended although it is wanted on since /,
    tamper: (victim) => [serve(victim, { observed: 'off', state: 'suspended', wanted: 'on' })],
    what: 'a suspension that was to be over an hour ago',
  },
  {
    code: 'I17',
    says: /^service \S+ is wanted off although 0 reasons speak against it$/,
    tamper: (victim) => [serve(victim, { observed: 'off', state: 'suspended', wanted: 'off' })],
    what: 'a service that is to be off for no reason',
  },
  {
    code: 'I17',
    says: /^service \S+ is terminated but was seen on$/,
    tamper: (victim) => [serve(victim, { observed: 'on', state: 'terminated', wanted: 'gone' })],
    what: 'a service that runs on after its end',
  },
  {
    code: 'I17',
    says: /^server x holds 1 services on 0 slots$/,
    tamper: (victim) => [
      sql`insert into hosting_servers (id, name, slots) values (${newId()}, 'x', 0)`,
      serve(victim, { observed: 'on', state: 'active', wanted: 'on' }),
      sql`update hosting_accounts set server_id = (select id from hosting_servers where name = 'x')`,
    ],
    what: 'a server that holds more than it may',
  },
  {
    code: 'I17',
    says: /^service \S+: its customer was told 0 times of activate$/,
    tamper: (victim) => [
      serve(victim, { observed: 'on', state: 'active', wanted: 'on' }),
      sql`insert into transitions (id, machine, subject, seq, event, from_state, to_state, actor_role,
          actor_label, metadata, at)
        select ${newId()}, 'hosting', id::text, 1, 'activate', 'provisioning', 'active', 'system', 'x',
          '{}'::jsonb, now() from hosting_accounts`,
    ],
    what: 'a service of whose start its customer never heard',
  },
]

/** Every kind of fault that the invariants promise to find. */
export const PLANTED: readonly Planted[] = [
  ...money,
  ...news,
  ...shape,
  ...work,
  ...refunds,
  ...files,
  ...reports,
  ...analyses,
  ...services,
]
