import { MAX_POST } from './limits'

/** What Payload's schema cannot say of posts. A shop's migration runs these statements. */
export const CONVERSATION_STATEMENTS: readonly string[] = [
  `alter table conversation_posts add constraint conversation_posts_whole check (
    seq > 0 and seq = trunc(seq) and char_length(body) between 1 and ${MAX_POST}
    and author_kind in ('customer', 'staff', 'system') and subject_kind <> '')`,
  // A member of staff who is deleted later leaves his name.
  `alter table conversation_posts add constraint conversation_posts_author check (
    author_kind = 'staff' or staff_id is null)`,
  `create trigger conversation_posts_append_only before update or delete on conversation_posts
    for each row execute function lunas_refuse_change()`,
  `create trigger conversation_posts_no_truncate before truncate on conversation_posts
    for each statement execute function lunas_refuse_change()`,
]
