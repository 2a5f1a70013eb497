const MAX_WORDS = 200
const HIDDEN = '•••'

/** One line of what a panel says: without markup, without any of the secrets, and not long. */
export const plainWords = (text: string, secrets: readonly string[] = []): string => {
  const bare = text
    .replace(/<[^>]*>/g, ' ')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
  const shown = secrets
    .filter((secret) => secret.length >= 4)
    .reduce((line, secret) => line.replaceAll(secret, HIDDEN), bare)
  return shown.length > MAX_WORDS ? `${shown.slice(0, MAX_WORDS)}…` : shown
}
