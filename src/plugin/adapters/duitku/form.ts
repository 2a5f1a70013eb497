const MAX_FIELDS = 100
const FIELD_NAME = /^[A-Za-z_][A-Za-z0-9_.-]{0,63}$/

/** A parsed form, or the reason why it is none. */
export type ParsedForm =
  { code: string; kind: 'malformed' } | { fields: Map<string, string>; kind: 'form' }

/**
 * Reads `application/x-www-form-urlencoded` strictly: every name once (in any spelling), plain names
 * only, valid UTF-8, no NUL. Unknown names pass, because the gateway adds fields over time.
 */
export function parseForm(text: string): ParsedForm {
  const fields = new Map<string, string>()
  const seen = new Set<string>()
  for (const pair of text.split('&')) {
    if (pair === '') continue
    const field = parsePair(pair)
    if (field === undefined) return { code: 'field.malformed', kind: 'malformed' }
    const spelling = field.name.toLowerCase()
    if (seen.has(spelling)) return { code: 'field.repeated', kind: 'malformed' }
    if (seen.size === MAX_FIELDS) return { code: 'field.tooMany', kind: 'malformed' }
    seen.add(spelling)
    fields.set(field.name, field.value)
  }
  return { fields, kind: 'form' }
}

function parsePair(pair: string): undefined | { name: string; value: string } {
  const cut = pair.indexOf('=')
  const name = decode(cut < 0 ? pair : pair.slice(0, cut))
  const value = cut < 0 ? '' : decode(pair.slice(cut + 1))
  if (name === undefined || value === undefined || !FIELD_NAME.test(name)) return undefined
  return value.includes('\u0000') ? undefined : { name, value }
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return undefined
  }
}
