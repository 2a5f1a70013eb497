/**
 * What Payload's schema cannot say of downloads: a shop's migration runs these statements after those
 * that Payload generates.
 */
export const DOWNLOAD_STATEMENTS: readonly string[] = [
  `alter table packages add constraint packages_within_limit
    check (used >= 0 and used <= allowed and used = trunc(used) and allowed = trunc(allowed))`,
  `alter table packages add constraint packages_ready_whole check (state <> 'ready'
    or (store_key is not null and size > 0 and sha256 ~ '^[0-9a-f]{64}$' and built_at is not null))`,
  `create index downloads_by_device on downloads (package_id, device, started_at)`,
  `create trigger downloads_append_only before update or delete on downloads
    for each row execute function lunas_refuse_change()`,
  `create function lunas_release_fixed() returns trigger language plpgsql as $$
    begin
      if old.published_at is not null and (tg_op = 'DELETE' or new.published_at is distinct from old.published_at
          or new.version <> old.version or new.product_id is distinct from old.product_id) then
        raise exception 'a published release is fixed' using errcode = '23514';
      end if;
      return case when tg_op = 'DELETE' then old else new end;
    end $$`,
  `create trigger releases_fixed before update or delete on releases
    for each row execute function lunas_release_fixed()`,
]
