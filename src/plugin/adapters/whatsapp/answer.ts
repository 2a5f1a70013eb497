/** Reads JSON where there is any; an HTML page, an empty body or broken JSON is `undefined`. */
export function tolerantJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return undefined
  }
}

/** A field of an answer, whatever the spelling of its name: Fonnte writes `status` and `Status`. */
export function fieldOf(json: unknown, name: string): unknown {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return undefined
  return Object.entries(json).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1]
}

/** A field of an answer as text; anything but text and numbers is empty. */
export function textOf(json: unknown, name: string): string {
  const value = fieldOf(json, name)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
