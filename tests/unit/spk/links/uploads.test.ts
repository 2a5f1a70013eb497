import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  CHUNK_BYTES,
  findMissing,
  findPartSize,
  listParts,
  partName,
} from '@/plugin/spk/customer/uploads/plan'

const sizes = fc.array(fc.integer({ max: 5 * CHUNK_BYTES, min: 1 }), {
  maxLength: 20,
  minLength: 1,
})

describe('the parts of an upload', () => {
  it('make up every file, no byte twice and none left out', () => {
    fc.assert(
      fc.property(sizes, (given) => {
        const parts = listParts({ sizes: given })
        given.forEach((size, file) => {
          const own = parts.filter((part) => part.file === file)
          const lengths = own.map((part) => findPartSize({ sizes: given }, part) ?? 0)
          expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(size)
          expect(own.map(({ offset }) => offset)).toEqual(own.map((_, at) => at * CHUNK_BYTES))
          expect(Math.max(...lengths)).toBeLessThanOrEqual(CHUNK_BYTES)
        })
      }),
    )
  })

  it('that have not arrived are missing, in order; once all are there, none', () => {
    fc.assert(
      fc.property(sizes, fc.integer({ min: 0 }), (given, seed) => {
        const parts = listParts({ sizes: given })
        const arrived = parts.filter((_, at) => (seed >> (at % 30)) % 2 === 1)
        const names = new Set(arrived.map(partName))
        expect(findMissing({ sizes: given }, names)).toEqual(
          parts.filter((part) => !names.has(partName(part))),
        )
        expect(findMissing({ sizes: given }, new Set(parts.map(partName)))).toEqual([])
      }),
    )
  })

  it('are of the announced files only, at their own places', () => {
    const plan = { sizes: [CHUNK_BYTES + 1] }
    expect(findPartSize(plan, { file: 0, offset: CHUNK_BYTES })).toBe(1)
    for (const wrong of [
      { file: 1, offset: 0 },
      { file: 0, offset: 1 },
      { file: 0, offset: 2 * CHUNK_BYTES },
      { file: 0, offset: -CHUNK_BYTES },
    ]) {
      expect(findPartSize(plan, wrong)).toBeNull()
    }
  })
})
