import type { Labels } from '../../kernel/errors'

/** One thing that is wrong, at the field where it is put right: `clauses.4.body`, `customer.name`. */
export type SpkFault<Code extends string = string> = { code: Code; field: string; text: Labels }
