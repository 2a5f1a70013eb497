import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  canonicalJson,
  CHAIN_START,
  type ChainLink,
  sealAfter,
  type SealedTransition,
  verifyChain,
} from '@/plugin/kernel/history'

const makeTransition = (place: number): SealedTransition => ({
  actorId: place % 2 ? null : `staff-${place}`,
  actorLabel: 'sistem',
  actorRole: 'system',
  at: '2026-11-21T07:30:00.000Z',
  event: 'settle',
  fromState: 'pending',
  id: `row-${place}`,
  machine: 'payment',
  metadata: { amount: 150_000, nested: { b: [1, null], a: 'é' } },
  reason: null,
  seq: place,
  subject: 'payment-1',
  toState: 'paid',
})

const makeChain = (length: number): ChainLink[] => {
  let head = CHAIN_START
  return Array.from({ length }, (_, at) => {
    const transition = makeTransition(at + 1)
    const seal = sealAfter(head, transition)
    head = seal
    return { seal, transition }
  })
}

const kindsOf = (links: readonly ChainLink[]): string[] =>
  verifyChain({ head: CHAIN_START, links }).faults.map(({ kind, seq }) => `${seq} ${kind}`)

describe('Canonical JSON', () => {
  it('sorts keys, leaves blanks out and keeps the order of lists', () => {
    expect(canonicalJson({ b: [2, 1, { d: null, c: 'x' }], a: 1e21, Z: '\n' })).toBe(
      '{"Z":"\\n","a":1e+21,"b":[2,1,{"c":"x","d":null}]}',
    )
  })

  it('writes equal values alike, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(turned)).toBe(canonicalJson(value))
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('A sealed history', () => {
  it('verifies as long as nobody touched it, in one go or in stretches', () => {
    const links = makeChain(9)
    const whole = verifyChain({ head: CHAIN_START, links })
    const first = verifyChain({ head: CHAIN_START, links: links.slice(0, 4) })
    const second = verifyChain({ head: first.head, links: links.slice(4) })
    expect(whole.faults).toEqual([])
    expect(second).toEqual(whole)
    expect(whole.head).toEqual({ hash: links[8]?.seal.hash, seq: 9 })
  })

  it.each(Object.keys(makeTransition(2)))('shows that "%s" of a row was altered', (field) => {
    const links = makeChain(3)
    const [, second] = links
    const altered = { ...second?.transition, [field]: 'otherwise' } as SealedTransition
    expect(
      kindsOf(links.map((link, at) => (at === 1 ? { ...link, transition: altered } : link))),
    ).toEqual(['2 altered'])
  })

  it('shows a change deep inside the metadata', () => {
    const links = makeChain(2)
    const metadata = { amount: 150_000, nested: { b: [1, null], a: 'e' } }
    const [first, second] = links as [ChainLink, ChainLink]
    const transition = { ...makeTransition(1), metadata }
    expect(kindsOf([{ ...first, transition }, second])).toEqual(['1 altered'])
  })

  it('shows a removed row, and a removed seal', () => {
    const [first, second, third] = makeChain(3) as [ChainLink, ChainLink, ChainLink]
    expect(kindsOf([first, { ...second, transition: null }, third])).toEqual(['2 removed'])
    expect(kindsOf([first, third])).toEqual(['3 sealMissing', '3 unchained'])
    expect(kindsOf([second, third])).toEqual(['2 sealMissing', '2 unchained'])
  })

  it('shows two rows that changed places, with or without their seals', () => {
    const [first, second, third] = makeChain(3) as [ChainLink, ChainLink, ChainLink]
    const swapped = [
      { seal: first.seal, transition: second.transition },
      { seal: second.seal, transition: first.transition },
      third,
    ]
    expect(kindsOf(swapped)).toEqual(['1 altered', '2 altered'])
    const moved = [
      { ...second, seal: { ...second.seal, seq: 1 } },
      { ...first, seal: { ...first.seal, seq: 2 } },
      third,
    ]
    expect(kindsOf(moved)).toEqual([
      '1 unchained',
      '1 altered',
      '2 unchained',
      '2 altered',
      '3 unchained',
    ])
  })

  it('leads to another end when it is calculated anew after a change', () => {
    const honest = verifyChain({ head: CHAIN_START, links: makeChain(3) })
    const first = sealAfter(CHAIN_START, { ...makeTransition(1), reason: 'forged' })
    const second = sealAfter(first, makeTransition(2))
    const third = sealAfter(second, makeTransition(3))
    expect(third.hash).not.toBe(honest.head.hash)
  })
})
