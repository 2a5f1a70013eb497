import { describe, expect, it } from 'vitest'

import { boundReadArgs } from '@/plugin/kernel/payload/clamp'

const bounds = { maxDepth: 2, maxLimit: 100, maxPage: 1000 }
const bound = (args: object): object => boundReadArgs(args, bounds)

describe('a read over REST', () => {
  it.each([
    [{ limit: 0 }, { limit: 100 }],
    [{ limit: 5000 }, { limit: 100 }],
    [{ limit: 7 }, { limit: 7 }],
    [{ pagination: false }, { limit: 100 }],
    [{ depth: 10 }, { depth: 2 }],
    [{ depth: 0 }, { depth: 0 }],
    [{ joins: { orders: { limit: '0' } } }, { joins: { orders: { limit: 100 } } }],
  ])('%j becomes %j', (given, expected) => {
    expect(bound(given)).toMatchObject(expected)
  })

  it.each([
    { limit: 1e21 },
    { limit: -1 },
    { limit: 1.5 },
    { limit: 'abc' },
    { depth: 'x' },
    { page: 1e21 },
    { page: 1001 },
    { id: 'a\u0000b' },
    { where: { and: [{ slug: { equals: 'a\u0000' } }] } },
    { where: { 'sl\u0000ug': { equals: 'a' } } },
    { data: { email: '\u0000' } },
    { where: 'all' },
    { where: { or: [null] } },
    { where: { and: { slug: { equals: 'a' } } } },
    { where: { or: [{ AND: ['x'] }] } },
    { data: { mimeType: [null] } },
    { data: { createdAt: { id: '2026-11-21' } } },
    { where: { price: { near: '1,1,1' } } },
    { where: { createdAt: { all: 'x' } } },
    { where: { title: { like: ['x'] } } },
    { data: { price: Number('1e999') } },
    { where: { or: [{ and: [{ price: { within: 'x' } }] }] } },
    { joins: { items: { where: { 'order.number': { intersects: 'x' } } } } },
    { sort: 'customer.resetPasswordExpiration' },
    { sort: ['title', '-assignee.hash'] },
    { sort: 'title,assignee.salt' },
    { sort: '-resetPasswordExpiration' },
    { sort: 'hash' },
    { where: { or: Array.from({ length: 501 }, () => ({ id: { exists: true } })) } },
    { where: { $ne: null } },
    { where: [null] },
    { where: { id: { equals: { x: 1 } } } },
    { where: { title: { like: 5 } } },
    { where: { order: { contains: { and: [null] } } } },
    { joins: { items: { where: { id: null } } } },
    { where: { id: { in: Array.from({ length: 501 }, () => 'x') } } },
    { where: { id: { not_in: 'x,'.repeat(501) } } },
    { sort: '-id,'.repeat(21) },
    { sort: Array.from({ length: 21 }, () => 'id') },
  ])('%j is refused with 400', (given) => {
    expect(() => bound(given)).toThrow(expect.objectContaining({ status: 400 }))
  })

  it('may name as many rows as a page of the panel shows, and words with commas', () => {
    const where = { id: { in: Array.from({ length: 500 }, () => 'x') } }
    expect(bound({ where })).toMatchObject({ where })
    expect(bound({ where: { title: { equals: 'x,'.repeat(900) } } })).toHaveProperty('where')
  })

  it.each([
    { id: { contains: { number: { equals: 'x' } } } },
    { or: [{ and: [{ AND: [{ id: { exists: 'true' } }] }] }] },
    { updatedAt: { greater_than: new Date(0) } },
    { customer: { in: ['x', null, 5] }, price: { equals: undefined } },
    {},
  ])('may ask %j', (where) => {
    expect(bound({ where })).toMatchObject({ where })
  })

  it('does not invent a limit for operations that have none', () => {
    expect(bound({ id: '1' })).not.toHaveProperty('limit')
  })
})
