type Fields = Record<string, unknown>

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads JSON where there is any; an HTML page, an empty body or broken JSON is `undefined`. */
export const readJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  } catch {
    return undefined
  }
}

const find = (json: unknown, name: string): unknown =>
  isFields(json) ? Object.entries(json).find(([key]) => key.toLowerCase() === name)?.[1] : undefined

/** A field of an answer, or of what an answer wraps, whatever the spelling of its name. */
export const fieldOf = (json: unknown, name: string): unknown => {
  const key = name.toLowerCase()
  const wrapped = ['result', 'data'].map((each) => find(find(json, each), key))
  return [find(json, key), ...wrapped].find((value) => value !== undefined && value !== null)
}

/** A field as text; anything but text, numbers and yes or no is empty. */
export const textOf = (json: unknown, name: string): string => {
  const value = fieldOf(json, name)
  return ['boolean', 'number', 'string'].includes(typeof value) ? String(value) : ''
}

const MAX_ROWS = 1_000

/** Every object within an answer, however it is wrapped; enough of them for any list of the service. */
export const rowsOf = (json: unknown): Fields[] => {
  const open = [json]
  const rows: Fields[] = []
  while (open.length > 0 && rows.length < MAX_ROWS) {
    const value = open.shift()
    if (isFields(value)) {
      rows.push(value)
    }
    if (typeof value === 'object' && value !== null) {
      open.push(...Object.values(value).slice(0, MAX_ROWS))
    }
  }
  return rows
}

const REFUSED_WORDS = /^(?:false|fail(?:ed)?|error)$/i

/** What the service says of itself in an answer: `00` and `True` are yes; nothing at all is neither. */
export const saysYes = (json: unknown): boolean | undefined => {
  const codes = ['statusCode', 'errorCode'].map((name) => textOf(json, name)).filter(Boolean)
  const [status] = [textOf(json, 'status')].filter((text) => REFUSED_WORDS.test(text))
  if (codes.length === 0 && status === undefined) {
    return /^true$/i.test(textOf(json, 'status')) ? true : undefined
  }
  return status === undefined && codes.every((code) => /^0+$/.test(code))
}

/** What the service says in words, one line. */
export const wordsOf = (json: unknown): string => {
  const code = textOf(json, 'errorCode') || textOf(json, 'statusCode')
  const texts = ['errorMessage', 'message', 'err', 'error'].map((name) => textOf(json, name))
  return [code, texts.find(Boolean) ?? ''].filter(Boolean).join(': ')
}
