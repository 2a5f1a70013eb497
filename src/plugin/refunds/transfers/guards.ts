/** What Payload's schema cannot say of transfers. A shop's migration runs these statements. */
export const TRANSFER_STATEMENTS: readonly string[] = [
  // The business key: one refund has one transfer that may carry money, whoever presses how often.
  `create unique index refund_transfers_once on refund_transfers (refund_id)
    where state in ('checking', 'checked', 'sending', 'unsure', 'sent')`,
  `alter table refund_transfers add constraint refund_transfers_amount_whole check (amount > 0
    and amount = trunc(amount) and amount <= ${Number.MAX_SAFE_INTEGER})`,
  `alter table refund_transfers add constraint refund_transfers_known check (state in
    ('checking', 'dropped', 'refused') or (reference is not null and holder is not null))`,
  `alter table refund_transfers add constraint refund_transfers_ordered check (state not in
    ('unsure', 'sent') or sent_at is not null)`,
  // The service knows an order by its number: another one would be another order.
  `create function lunas_transfer_given() returns trigger language plpgsql as $$
    begin
      if old.reference is not null and new.reference is distinct from old.reference then
        raise exception 'transfer % keeps its number at the service', new.number
          using errcode = '23514', constraint = 'refund_transfers_reference_stays';
      end if;
      return new;
    end $$`,
  `create trigger refund_transfers_reference_stays before update on refund_transfers
    for each row execute function lunas_transfer_given()`,
  // Requests that were made before this column was: the customer's own keys name the payment.
  `update refunds set by_customer = key like '%-%'`,
]
