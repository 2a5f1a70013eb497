import { createHash } from 'node:crypto'

/** What is kept of the last part of a link's address: whoever reads the database has no link. */
export const hashWord = (word: string): string => createHash('sha256').update(word).digest('hex')

/** Whether a text can be the last part of a link: 128 bits in base64url. */
export const isLinkWord = (text: string): boolean => /^[\w-]{22}$/.test(text)
