import { APIError } from 'payload'
import { describe, expect, it } from 'vitest'

import { answerBadInput } from '@/plugin/kernel/payload'

const answer = (error: Error, data: unknown = {}): unknown =>
  answerBadInput({ error, req: { data, method: 'POST' } } as never)

const fromDatabase = (code: string): Error =>
  new Error('Failed query', { cause: Object.assign(new Error('no'), { code }) })

describe('an error that the request is to blame for', () => {
  it.each([
    ['half a form', new Error('Unexpected end of form')],
    ['a body that is no JSON', new SyntaxError('Unexpected token')],
    ['an address that nobody can decode', new URIError('URI malformed')],
    ['a word compared with a number', fromDatabase('42883')],
    ['an id that is none', fromDatabase('22P02')],
    ['a reference to nothing', fromDatabase('23503')],
  ])('is answered 400: %s', (_, error) => {
    expect(answer(error)).toMatchObject({ status: 400 })
  })

  it.each(['x', 7, null, ['x']])('is a stumble over the body %j', (data) => {
    expect(answer(new TypeError('no property'), data)).toMatchObject({ status: 400 })
  })

  it('is a value that cannot be written down as a word', () => {
    const value = { toString: 1, valueOf: 1 }
    let error: unknown
    try {
      String(value)
    } catch (stumble) {
      error = stumble
    }
    expect(answer(error as Error, { kind: value })).toMatchObject({ status: 400 })
  })

  it('is a body that nests too deep to be walked', () => {
    const error = new RangeError('Maximum call stack size exceeded')
    expect(answer(error)).toMatchObject({ status: 400 })
  })

  it('never tells what the database said', () => {
    expect(JSON.stringify(answer(fromDatabase('22P02')))).not.toContain('query')
  })
})

describe('an error of our own', () => {
  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a lost connection', fromDatabase('57P01')],
    ['a deadlock', fromDatabase('40P01')],
  ])('stays one: %s', (_, error) => {
    expect(answer(error)).toBeUndefined()
  })

  it('a refusal keeps its own status', () => {
    expect(answer(new APIError('Unexpected end of form', 403))).toBeUndefined()
  })
})
