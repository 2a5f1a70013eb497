import { beforeAll, describe, expect, it } from 'vitest'

import { defineStatement, queryRows, runInTransaction, sql } from '@/plugin/kernel/payload'

import { openShop, type OpenShop } from '../../support/openShop'

const ECHO = defineStatement<{ count: null | number; word: string }>(
  (value) => sql`select ${value('word')}::text as word, ${value('count')}::int as count,
    ${'said'}::text as said, ${value('word')}::text as again`,
)

let shop: OpenShop

beforeAll(async () => {
  shop = await openShop({ databaseUrl: process.env.DATABASE_URL ?? '' })
  return () => shop.close()
})

describe('A fixed statement', () => {
  it('answers with the values of each run, whoever asks at the same time', async () => {
    const words = Array.from({ length: 40 }, (_, index) => `word ${index}`)
    const rows = await Promise.all(
      words.map((word, count) => queryRows(shop.payload, ECHO({ count, word }))),
    )
    expect(rows).toEqual(words.map((word, count) => [{ again: word, count, said: 'said', word }]))
  })

  it('takes a value for a value, whatever it looks like', async () => {
    const word = `'); drop table orders; -- $1 :word`
    expect(await queryRows(shop.payload, ECHO({ count: null, word }))).toEqual([
      { again: word, count: null, said: 'said', word },
    ])
  })

  it('sees and shares the fate of the transaction that runs it', async () => {
    const ADD = defineStatement<{ day: string }>(
      (value) =>
        sql`insert into holidays (id, day, name)
        values (gen_random_uuid(), ${value('day')}, 'Uji') returning day`,
    )
    const find = defineStatement<{ day: string }>(
      (value) => sql`select day from holidays where day = ${value('day')}`,
    )
    const day = '2031-01-01'
    const work = runInTransaction(shop.payload, async (tx) => {
      await tx.rows(ADD({ day }))
      expect(await tx.rows(find({ day }))).toEqual([{ day }])
      expect(await queryRows(shop.payload, find({ day }))).toEqual([])
      throw new Error('changed my mind')
    })
    await expect(work).rejects.toThrow('changed my mind')
    expect(await queryRows(shop.payload, find({ day }))).toEqual([])
  })

  it('is parsed and planned once by each connection', async () => {
    await runInTransaction(shop.payload, async (tx) => {
      for (const word of ['a', 'b', 'c']) {
        await tx.rows(ECHO({ count: 1, word }))
      }
      const [named] = await tx.rows<{ held: number }>(
        sql`select count(*)::int as held from pg_prepared_statements where statement like '%as again%'
          and name like 'lunas_%' and statement not like '%pg_prepared_statements%'`,
      )
      expect(named?.held).toBe(1)
    })
  })
})
