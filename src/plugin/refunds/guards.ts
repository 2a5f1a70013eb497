/** What Payload's schema cannot say of refunds. A shop's migration runs these statements. */
export const REFUND_STATEMENTS: readonly string[] = [
  `create sequence refund_number_seq`,
  `alter table refunds add constraint refunds_amount_whole check (amount > 0 and amount = trunc(amount)
    and amount <= ${Number.MAX_SAFE_INTEGER})`,
  `alter table refunds add constraint refunds_proven check (state <> 'executed'
    or (executed_at is not null and method is not null and evidence is not null))`,
  `create index refunds_waiting on refunds (created_at, id) where state in ('requested', 'approved')`,
  // What waits and what was sent is never more than what the payment has put on debts.
  `create function lunas_refund_fits() returns trigger language plpgsql as $$
    begin
      if (select coalesce(sum(amount), 0) from refunds where payment_id = new.payment_id
            and state in ('requested', 'approved', 'executed')) >
         (select coalesce(sum(amount), 0) from allocations where payment_id = new.payment_id) then
        raise exception 'payment % would be refunded beyond its amount', new.payment_id
          using errcode = '23514', constraint = 'refunds_fit';
      end if;
      return null;
    end $$`,
  `create constraint trigger refunds_fit after insert or update on refunds
    deferrable initially deferred for each row when (new.state <> 'rejected')
    execute function lunas_refund_fits()`,
]
