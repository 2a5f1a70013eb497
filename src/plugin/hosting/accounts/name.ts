import { createHash } from 'node:crypto'

import { sql, type Tx } from '../../kernel/payload'

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'
const LENGTH = 7

/** `u` and seven letters or digits, made of the id; another one for each attempt. */
export const buildServiceName = (accountId: string, attempt: number): string => {
  const digest = createHash('sha256').update(`${accountId}/${attempt}`).digest()
  return `u${Array.from({ length: LENGTH }, (_, at) => LETTERS[(digest[at] ?? 0) % LETTERS.length]).join('')}`
}

/** A name that no service has or ever had; under the lock of placement. */
export const drawServiceName = async (tx: Pick<Tx, 'rows'>, accountId: string): Promise<string> => {
  for (let attempt = 0; ; attempt += 1) {
    const name = buildServiceName(accountId, attempt)
    const taken = await tx.rows(sql`select 1 from hosting_accounts where name = ${name}`)
    if (taken.length === 0) {
      return name
    }
  }
}
