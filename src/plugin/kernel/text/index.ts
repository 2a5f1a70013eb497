/** Control and format characters, line and paragraph breaks, halves of surrogate pairs. */
const NOT_IN_A_LINE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

/** Whether a text is one plain line, as a name, an address or a mail header has to be. */
export const isOneLine = (text: string): boolean => !NOT_IN_A_LINE.test(text)

/** Whether Postgres can keep a text: no NUL, and well-formed Unicode. */
export const isStorable = (text: string): boolean => !text.includes('\u0000') && text.isWellFormed()

export { isToken } from './token'
