import type { Labels } from '../../kernel/errors'
import type { SpkContent } from '../content'

import { describeContent, type SpkEntry } from './entries'

/** One thing that is said differently; `null` where it is not said at all. */
export type SpkChange = {
  after: null | string
  before: null | string
  field: string
  label: Labels
}

type Said = { content: SpkContent; entries: SpkEntry[] }

const sayingsOf = (content: SpkContent): Said => {
  const entries = describeContent(content)
  // Two people may have like numbers at both ends of their NIK: the mark tells them apart.
  return { content, entries: entries.filter(({ value }) => value !== '') }
}

const isSameNik = (a: SpkContent, b: SpkContent): boolean =>
  a.customer.nikMark === b.customer.nikMark

const isSame = (field: string, before: { a: Said; b: Said }, values: [string?, string?]): boolean =>
  values[0] === values[1] &&
  (field !== 'customer.nikMasked' || isSameNik(before.a.content, before.b.content))

const toChange = (entry: SpkEntry, values: [string?, string?]): SpkChange => ({
  after: values[1] ?? null,
  before: values[0] ?? null,
  field: entry.field,
  label: entry.label,
})

/** What changed from one revision to the next, in the order of the pages; new things come last. */
export const diffContents = (before: SpkContent, after: SpkContent): SpkChange[] => {
  const [a, b] = [sayingsOf(before), sayingsOf(after)]
  const valueIn = ({ entries }: Said, field: string) =>
    entries.find((entry) => entry.field === field)?.value
  const isOld = (field: string) => valueIn(a, field) !== undefined
  const all = [...a.entries, ...b.entries.filter(({ field }) => !isOld(field))]
  return all.flatMap((entry) => {
    const values: [string?, string?] = [valueIn(a, entry.field), valueIn(b, entry.field)]
    return isSame(entry.field, { a, b }, values) ? [] : [toChange(entry, values)]
  })
}
