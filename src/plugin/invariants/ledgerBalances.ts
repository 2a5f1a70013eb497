import { sql } from '../kernel/payload'
import { defineInvariant } from './invariant'

/** I1: double entry holds for each posting and for the books as a whole. */
export const ledgerBalances = defineInvariant({
  code: 'I1',
  promise: 'Every posting, and the books as a whole, sum to nought',
  breaches: sql`
    select posting as subject, format('posting %s (%s) sums to Rp%s', posting, min(kind), sum(amount)) as sentence
      from ledger_entries group by posting having sum(amount) <> 0
    union all
    select 'books', format('the books as a whole sum to Rp%s', sum(amount))
      from ledger_entries having coalesce(sum(amount), 0) <> 0`,
})
