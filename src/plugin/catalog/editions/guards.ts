/** What Payload's schema cannot say of editions. A shop's migration runs these statements. */
export const EDITION_STATEMENTS: readonly string[] = [
  `alter table page_editions add constraint page_editions_whole
    check (number > 0 and number = trunc(number) and hash ~ '^[0-9a-f]{64}$')`,
  `create trigger page_editions_append_only before update or delete on page_editions
    for each row execute function lunas_refuse_change()`,
  `create trigger page_editions_no_truncate before truncate on page_editions
    for each statement execute function lunas_refuse_change()`,
]
