import { type AnswerRecord, CODES, TYPES, writeAddress, writeName, writeTexts } from './packet'

/** What one name says. */
export type Entry = {
  /** Sets of addresses, one for each question; the last set stays. */
  addresses?: string[][]
  cname?: string
  /** Says nothing, or that it is broken. */
  fault?: 'serverFailure' | 'silent'
  /** Every TXT record with its strings. */
  texts?: string[][]
}

/** Names and what they say. */
export type Zone = {
  answer: (name: string, type: number) => 'silent' | { code: number; records: AnswerRecord[] }
  /** How often each name was asked for addresses, as `A contoh.test`. */
  asked: Map<string, number>
  set: (name: string, entry: Entry) => void
}

const addressesOf = (args: {
  entry: Entry
  name: string
  turn: number
  type: number
}): AnswerRecord[] => {
  const { entry, name, turn, type } = args
  const sets = entry.addresses ?? []
  const set = sets[Math.min(turn, sets.length - 1)] ?? []
  return set
    .filter((address) => address.includes(':') === (type === TYPES.AAAA))
    .map((address) => ({ name, rdata: writeAddress(address), type }))
}

/** An empty zone. Names below `.test` that it does not know lead to `home`. */
export const createZone = (home: string): Zone => {
  const entries = new Map<string, Entry>()
  const asked = new Map<string, number>()
  const find = (name: string): Entry | undefined =>
    entries.get(name) ??
    (name.endsWith('.test') && !name.startsWith('_') ? { addresses: [[home]] } : undefined)
  const answer: Zone['answer'] = (name, type) => {
    const entry = find(name)
    if (entry?.fault === 'silent') {
      return 'silent'
    }
    if (!entry || entry.fault) {
      return { code: entry ? CODES.serverFailure : CODES.nameError, records: [] }
    }
    if (entry.cname) {
      const further = answer(entry.cname, type)
      const alias = { name, rdata: writeName(entry.cname), type: TYPES.CNAME }
      return further === 'silent' ? further : { ...further, records: [alias, ...further.records] }
    }
    if (type === TYPES.TXT) {
      const texts = (entry.texts ?? []).map((strings) => ({
        name,
        rdata: writeTexts(strings),
        type,
      }))
      return { code: CODES.noError, records: texts }
    }
    const key = `${type === TYPES.AAAA ? 'AAAA' : 'A'} ${name}`
    const turn = asked.get(key) ?? 0
    asked.set(key, turn + 1)
    return { code: CODES.noError, records: addressesOf({ entry, name, turn, type }) }
  }
  return {
    answer,
    asked,
    set: (name, entry) => {
      entries.set(name, { ...entries.get(name), ...entry })
    },
  }
}
