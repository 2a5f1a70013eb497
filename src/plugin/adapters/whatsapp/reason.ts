import { redactText } from '../../kernel/redact'

const MAX_REASON = 200

/** One short line for the outbox: vendors repeat what was sent, so people and secrets are taken out. */
export function reasonOf(text: string, secrets: readonly string[] = []): string {
  return redactText(text, secrets)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, MAX_REASON)
}
