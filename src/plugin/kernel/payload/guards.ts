/** Whole rupiah that a JavaScript number holds exactly; neither NaN nor infinity, which numeric knows. */
const whole = (column: string): string =>
  `${column} = trunc(${column}) and abs(${column}) <= ${Number.MAX_SAFE_INTEGER}`

/**
 * What Payload's schema cannot say: sequences, checks, partial unique indexes, append-only and
 * balance triggers. A shop's migration runs these statements after those that Payload generates.
 */
export const GUARD_STATEMENTS: readonly string[] = [
  `create sequence if not exists order_number_seq`,
  `create unlogged table if not exists rate_limits (
    bucket text primary key, time_window bigint not null, hits integer not null)`,
  `alter table orders add constraint orders_total_whole check (total >= 0 and ${whole('total')})`,
  `alter table products add constraint products_price_whole check (_status <> 'published'
    or (price between 1000 and 999999999999 and price = trunc(price)))`,
  `alter table order_items add constraint order_items_sum check
    (quantity > 0 and unit_price >= 0 and amount = quantity * unit_price and ${whole('amount')})`,
  `alter table instalments add constraint instalments_amount_whole check
    (amount > 0 and ${whole('amount')} and due_on ~ '^\\d{4}-\\d{2}-\\d{2}$')`,
  `alter table payments add constraint payments_amount_whole check (amount > 0 and ${whole('amount')})`,
  `alter table allocations add constraint allocations_amount_whole check
    (amount > 0 and ${whole('amount')})`,
  `alter table reviews add constraint reviews_amount_whole check (amount > 0 and ${whole('amount')})`,
  `alter table ledger_entries add constraint ledger_entries_amount_whole check
    (amount <> 0 and ${whole('amount')})`,
  `create unique index payments_one_open_attempt on payments (order_id, instalment_set)
    where state in ('created', 'pending')`,
  `create unique index payments_reference_once on payments (reference) where reference is not null`,
  `create index payments_open_by_check on payments (checked_at nulls first, created_at)
    where state in ('created', 'pending', 'expired', 'cancelled')`,
  `create index payment_events_waiting on payment_events (merchant_order_id) where processed_at is null`,
  `create function lunas_refuse_change() returns trigger language plpgsql as $$
    begin raise exception '% is append-only', tg_table_name using errcode = '23514'; end $$`,
  `create trigger ledger_entries_append_only before update or delete on ledger_entries
    for each row execute function lunas_refuse_change()`,
  `create trigger ledger_entries_no_truncate before truncate on ledger_entries
    for each statement execute function lunas_refuse_change()`,
  `create trigger transitions_append_only before update or delete on transitions
    for each row execute function lunas_refuse_change()`,
  `create function lunas_posting_balances() returns trigger language plpgsql as $$
    begin
      if exists (select from added group by posting having sum(amount) <> 0) then
        raise exception 'a posting does not balance' using errcode = '23514';
      end if;
      return null;
    end $$`,
  // Once per statement: a posting is written whole or not at all.
  `create trigger ledger_entries_balance after insert on ledger_entries
    referencing new table as added for each statement execute function lunas_posting_balances()`,
  `create function lunas_allocation_fits() returns trigger language plpgsql as $$
    begin
      if (select sum(amount) from allocations where instalment_id = new.instalment_id) >
         (select amount from instalments where id = new.instalment_id) then
        raise exception 'instalment % would be paid beyond its amount', new.instalment_id
          using errcode = '23514';
      end if;
      return null;
    end $$`,
  `create constraint trigger allocations_fit after insert or update on allocations
    deferrable initially deferred for each row execute function lunas_allocation_fits()`,
  ...['order_items', 'instalments'].flatMap((table) => [
    `create function lunas_${table}_make_total() returns trigger language plpgsql as $$
      begin
        if exists (select from (select distinct order_id from added) a join orders o on o.id = a.order_id
            where o.total <> (select sum(amount) from ${table} where order_id = o.id)) then
          raise exception '${table} do not sum to the total of their order' using errcode = '23514';
        end if;
        return null;
      end $$`,
    // Once per statement: an order is written whole, and parts change together or not at all.
    `create trigger ${table}_make_total_new after insert on ${table}
      referencing new table as added for each statement execute function lunas_${table}_make_total()`,
    `create trigger ${table}_make_total_changed after update on ${table}
      referencing new table as added for each statement execute function lunas_${table}_make_total()`,
  ]),
]
