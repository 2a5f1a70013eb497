import { Linter } from 'eslint'
import { parser } from 'typescript-eslint'
import { describe, expect, it } from 'vitest'

import { houseRules } from '../../config/lint/houseRules.mjs'

/** Whether the rule speaks up about this code. */
function isRefused(rule: string, code: string): boolean {
  const messages = new Linter().verify(code, {
    languageOptions: { parser: parser as Linter.Parser },
    plugins: { lunas: houseRules as never },
    rules: { [`lunas/${rule}`]: 'error' },
  })
  expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  return messages.length > 0
}

const refused: [rule: string, code: string][] = [
  ['no-clock', 'new Date()'],
  ['no-clock', 'Date.now()'],
  ['no-clock', 'globalThis.Date.now()'],
  ['no-clock', 'Date()'],
  ['no-process-env', 'process.env.PORT'],
  ['no-process-env', 'globalThis.process.env.PORT'],
  ['no-process-env', "process['env']"],
  ['no-process-env', 'const { env } = process'],
  ['no-process-env', "import { env } from 'node:process'"],
  ['no-fetch', "fetch('https://example.com')"],
  ['no-fetch', "globalThis.fetch('https://example.com')"],
  ['no-default-export', 'export default 1'],
  ['no-default-export', 'const a = 1; export { a as default }'],
  ['no-state-write', "sql`update orders set state = 'open' where id = 1`"],
  ['no-state-write', "sql`update orders set total = 1, state = ${'open'} where id = 1`"],
  ['override-access', "payload.find({ collection: 'orders' })"],
  ['override-access', 'req.payload.findByID({ id })'],
  ['override-access', 'tx.payload.update({ ...options })'],
  ['override-access', 'payload.delete(options)'],
  ['override-access', 'payload.count()'],
  ['override-access', 'this.payload!.create({ data })'],
]

const accepted: [rule: string, code: string][] = [
  ['no-clock', 'new Date(ms); new Date(0); Date.parse(text); Date.UTC(2026, 1); clock.now()'],
  ['no-process-env', 'env.PORT; process.cwd(); settings.process'],
  ['no-fetch', 'fetchStatus(); gateway.fetch()'],
  ['no-default-export', 'export const a = 1; export { b } from "./b"'],
  ['no-state-write', "sql`select state from orders where state = 'open'`"],
  ['no-state-write', "sql`update orders set total = 1 where state = 'open'`"],
  ['no-state-write', 'sql`update orders set payment_state = ${state} where id = 1`'],
  ['override-access', "payload.find({ collection: 'orders', overrideAccess: false })"],
  ['override-access', 'req.payload.update({ ...options, overrideAccess: true })'],
  ['override-access', 'payload.db.find({}); list.find(isOpen); payload.logger.info(1)'],
]

describe('the house rules', () => {
  it.each(refused)('%s refuses %s', (rule, code) => {
    expect(isRefused(rule, code)).toBe(true)
  })

  it.each(accepted)('%s accepts %s', (rule, code) => {
    expect(isRefused(rule, code)).toBe(false)
  })
})
