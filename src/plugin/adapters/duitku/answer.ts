import { redactText } from '../../kernel/redact'

/** Reads JSON where there is any; an HTML page, an empty body or broken JSON is `undefined`. */
export function tolerantJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** A field of an answer, whatever the spelling of its name: Duitku writes `appUrl` and `AppUrl`. */
export function fieldOf({ json, name }: { json: unknown; name: string }): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  const wanted = name.toLowerCase()
  return Object.entries(json).find(([key]) => key.toLowerCase() === wanted)?.[1]
}

/** A field of an answer as text; anything but text and numbers is empty. */
export function textOf({ json, name }: { json: unknown; name: string }): string {
  const value = fieldOf({ json, name })
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/**
 * What the gateway says in words: a bare string, `Message` or `statusMessage`; one short line. It may
 * repeat what was sent, so addresses and numbers of people are taken out.
 */
export function messageOf(json: unknown): string {
  const names = ['Message', 'statusMessage', 'responseMessage', 'error']
  const found = names.map((name) => textOf({ json, name })).find(Boolean)
  const message = typeof json === 'string' ? json : (found ?? '')
  return redactText(message)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 200)
}

/** Whole rupiah from a number or a text such as `100000` or `100000.00`; otherwise undefined. */
export function rupiahOf({ json, name }: { json: unknown; name: string }): number | undefined {
  const text = textOf({ json, name })
  return /^[0-9]{1,12}(?:\.0{1,4})?$/.test(text) ? Number(text) : undefined
}
