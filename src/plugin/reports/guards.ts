/**
 * What Payload's schema cannot say of reports: a shop's migration runs these statements after those
 * that Payload generates.
 */
export const REPORT_STATEMENTS: readonly string[] = [
  `alter table findings add constraint findings_numbered check (number >= 1 and number = trunc(number))`,
  `alter table findings alter column number set not null`,
  `alter table findings add constraint findings_cvss check (cvss is null or (cvss >= 0 and cvss <= 10))`,
  `alter table reports add constraint reports_ready_whole check (state <> 'ready'
    or (store_key is not null and size > 0 and sha256 ~ '^[0-9a-f]{64}$'))`,
  `alter table reports add constraint reports_sent_whole check ((sent_at is null) = (expires_at is null))`,
  // What was issued is what the customer has: a later revision says it better, nothing unsays it.
  `create function lunas_report_fixed() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' or new.content is distinct from old.content or new.revision <> old.revision
          or new.fulfilment_id <> old.fulfilment_id or new.issued_at <> old.issued_at
          or (old.sent_at is not null and new.sent_at is null) then
        raise exception 'an issued report is fixed' using errcode = '23514';
      end if;
      return new;
    end $$`,
  `create trigger reports_fixed before update or delete on reports
    for each row execute function lunas_report_fixed()`,
  `create trigger report_accesses_append_only before update or delete on report_accesses
    for each row execute function lunas_refuse_change()`,
]

/** The pictures of a revision that was issued stay as they were then. */
export const EVIDENCE_STATEMENTS: readonly string[] = [
  `create trigger attachments_issued_kept before delete on attachments for each row
    when (old.subject_kind = 'report') execute function lunas_refuse_change()`,
]
