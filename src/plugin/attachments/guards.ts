import { MAX_CAPTION, MAX_FILE_BYTES } from './rules'

/** The table of files: no collection, so that nothing of Payload's own can show it. */
export const ATTACHMENT_STATEMENTS: readonly string[] = [
  `create table attachments (
    id uuid primary key, subject_kind text not null, subject_id text not null, seq integer not null,
    mime text not null check (mime in ('image/webp', 'application/pdf')),
    width integer not null, height integer not null, sha256 text not null,
    bytes bytea not null check (length(bytes) between 1 and ${MAX_FILE_BYTES * 6}),
    created_at timestamptz not null, unique (subject_kind, subject_id, seq))`,
  // Compressed already: Postgres would only try in vain.
  `alter table attachments alter column bytes set storage external`,
  `create trigger attachments_unchanged before update on attachments
    for each row execute function lunas_refuse_change()`,
]

/** What a picture shows, in words, where its owner asks for them. */
export const CAPTION_STATEMENTS: readonly string[] = [
  `alter table attachments add column caption text
    check (caption is null or length(caption) between 1 and ${MAX_CAPTION})`,
]
