/** An object of an answer. */
export type Fields = Readonly<Record<string, unknown>>

/** Whether a value is an object with fields. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads JSON where there is any; a page, an empty body or broken JSON is `undefined`. */
export const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** What stands at the end of a path of names; `undefined` where it ends early. */
export const valueAt = (json: unknown, ...names: readonly string[]): unknown =>
  names.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), json)

/** A value as text; anything but text and numbers is empty. */
export const textAt = (json: unknown, ...names: readonly string[]): string => {
  const value = valueAt(json, ...names)
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** Every object of a list; empty where there is no list. */
export const rowsAt = (json: unknown, ...names: readonly string[]): Fields[] => {
  const value = valueAt(json, ...names)
  return Array.isArray(value) ? value.filter(isFields) : []
}

/** Panels say yes as `1`, `"1"`, `true` and `"yes"`. */
export const isYes = (value: unknown): boolean =>
  value === 1 || value === true || value === '1' || value === 'yes'
