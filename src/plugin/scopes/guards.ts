/**
 * What Payload's schema cannot say about scopes: a shop's migration runs these statements after those
 * that Payload generates.
 */
export const SCOPE_STATEMENTS: readonly string[] = [
  // What is signed is signed in full, by somebody, under a wording.
  `alter table scopes add constraint scopes_signed check (state in ('draft', 'cancelled')
    or (domain is not null and signed_at is not null and signer_name is not null
      and signer_position is not null and signed_text is not null and signed_hash is not null
      and proof_word is not null and proof_until is not null))`,
  // A proof is one of the domain that stands in the form; a waiver has a reason.
  `alter table scopes add constraint scopes_proven check (state not in ('proven', 'agreed')
    or (proven_at is not null and proven_domain = domain
      and (proven_by in ('dns', 'file') or (proven_by = 'waiver' and waived_reason is not null))))`,
  `alter table scopes add constraint scopes_dated check (state <> 'agreed'
    or (agreed_at is not null and starts_on ~ '^\\d{4}-\\d{2}-\\d{2}$'
      and ready_on ~ '^\\d{4}-\\d{2}-\\d{2}$' and starts_on <= ready_on))`,
  `alter table scopes add constraint scopes_counts check (revision >= 0 and looks >= 0)`,
  // A code belongs to one scope: nobody proves his domain with somebody else's.
  `create unique index scopes_proof_word_once on scopes (proof_word)`,
]
