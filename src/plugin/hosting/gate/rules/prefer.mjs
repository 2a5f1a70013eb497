// @ts-check

/**
 * What a header such as `Accept` lists, the most wanted first; what is not wanted (`q=0`) is left out.
 *
 * @param {string | undefined} header
 * @returns {string[]}
 */
const readPreferences = (header) =>
  (header ?? '')
    .slice(0, 1_000)
    .split(',')
    .map((entry) => {
      const [value = '', ...parameters] = entry.split(';')
      const quality = parameters.find((parameter) => /^\s*q=/i.test(parameter))
      const weight = quality === undefined ? 1 : Number(quality.trim().slice(2))
      return { value: value.trim().toLowerCase(), weight: Number.isFinite(weight) ? weight : 0 }
    })
    .filter(({ value, weight }) => value !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ value }) => value)

/**
 * The language of the page: Indonesian, unless the visitor would rather read English.
 *
 * @param {string | undefined} acceptLanguage
 * @returns {'en' | 'id'}
 */
export const readLanguage = (acceptLanguage) => {
  const language = readPreferences(acceptLanguage)
    .map((tag) => tag.slice(0, tag.includes('-') ? tag.indexOf('-') : undefined))
    .find((tag) => tag === 'id' || tag === 'ms' || tag === 'en')
  return language === 'en' ? 'en' : 'id'
}

/** @param {string} type */
const isJson = (type) => /^application\/(?:[\w.-]+\+)?json$/.test(type)

/**
 * Whether the visitor is a program that would rather have JSON than a page.
 *
 * @param {string | undefined} accept
 * @returns {boolean}
 */
export const wantsProblem = (accept) => {
  const first = readPreferences(accept).find((type) => type === 'text/html' || isJson(type))
  return first !== undefined && isJson(first)
}
