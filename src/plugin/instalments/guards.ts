/**
 * What Payload's schema cannot say about debts in instalments: late fees once per period, parts that
 * make the whole, terms that nobody changes afterwards. A shop's migration runs these statements.
 */
export const CONTRACT_STATEMENTS: readonly string[] = [
  `alter table instalments add constraint instalments_kinds check
    (kind in ('full', 'downPayment', 'instalment', 'lateFee') and revision >= 1
      and (kind = 'lateFee') = (late_for is not null) and (late_for is null) = (fee_period is null))`,
  `create unique index instalments_fee_once on instalments (order_id, late_for, fee_period)
    where kind = 'lateFee'`,
  `create unique index instalments_due_once on instalments (order_id, revision, due_on)
    where kind in ('downPayment', 'instalment')`,
  `create index instalments_open_due on instalments (due_on, order_id) where state = 'open'`,
  `alter table contracts add constraint contracts_sound check (cash_price > 0 and cash_price = trunc(cash_price)
    and markup >= 0 and markup = trunc(markup) and setup_fee >= 0 and setup_fee = trunc(setup_fee)
    and total > 0 and total = trunc(total) and revision >= 1)`,
  `create index contracts_to_look on contracts (look_at, id) where look_at is not null`,
  `alter table payments add constraint payments_rebate_whole check (rebate >= 0 and rebate = trunc(rebate))`,
  `create trigger contract_revisions_append_only before update or delete on contract_revisions
    for each row execute function lunas_refuse_change()`,
  // What a revision changed is part of the order's total; fees and replaced rows are not.
  `create or replace function lunas_order_items_make_total() returns trigger language plpgsql as $$
    begin
      if exists (select from (select distinct order_id from added) a join orders o on o.id = a.order_id
          where o.total - o.adjustment <> (select sum(amount) from order_items where order_id = o.id)) then
        raise exception 'order_items do not sum to the total of their order' using errcode = '23514';
      end if;
      return null;
    end $$`,
  `create or replace function lunas_instalments_make_total() returns trigger language plpgsql as $$
    begin
      if exists (select from (select distinct order_id from added) a join orders o on o.id = a.order_id
          where o.total <> (select coalesce(sum(amount), 0) from instalments where order_id = o.id
            and kind <> 'lateFee' and state::text <> 'replaced')) then
        raise exception 'instalments do not sum to the total of their order' using errcode = '23514';
      end if;
      return null;
    end $$`,
  // A debt keeps what it was made with; another schedule is a new revision with rows of its own.
  `create function lunas_debt_keeps() returns trigger language plpgsql as $$
    begin
      raise exception 'instalment % keeps its amount, day and number', old.id
        using errcode = '23514', constraint = 'instalments_keep';
    end $$`,
  `create trigger instalments_keep before update on instalments for each row
    when ((old.amount, old.due_on, old.seq, old.kind, old.revision, old.order_id)
      is distinct from (new.amount, new.due_on, new.seq, new.kind, new.revision, new.order_id))
    execute function lunas_debt_keeps()`,
]
