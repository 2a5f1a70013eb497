import { domainToASCII } from 'node:url'

/** Control characters, every kind of line break, and marks that reorder or hide text. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]+/gu
const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN =
  /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/
const MAX_LOCAL_PART = 64

/** One line of text for a header: nothing in it can end the header or begin another. */
export const cleanHeaderText = (text: string, maxLength = 150): string => {
  const line = text.replace(UNSAFE, ' ').replace(/\s+/g, ' ').trim()
  const letters = Array.from(line)
  return letters.length > maxLength ? `${letters.slice(0, maxLength - 1).join('')}…` : line
}

/** The address when it is exactly one plain mailbox, else undefined. International domains become ASCII. */
export const parseMailAddress = (text: string): string | undefined => {
  const parts = text.trim().split('@')
  const [local = '', domain = ''] = parts
  const ascii = domainToASCII(domain)
  return parts.length === 2 &&
    local.length <= MAX_LOCAL_PART &&
    LOCAL_PART.test(local) &&
    DOMAIN.test(ascii)
    ? `${local}@${ascii}`
    : undefined
}
