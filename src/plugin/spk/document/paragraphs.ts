import type { PdfBlock } from '../../kernel/pdf'

const NUMBERED = /^(\d{1,2})[.)]\s+(.+)$/
const LETTERED = /^([a-z])[.)]\s+(.+)$/

/** A clause's text as it is set: '1. …' and 'a. …' hang beside their number, the rest is running text. */
export const setClause = (body: string): PdfBlock[] => {
  let isInside = false
  const blocks = body
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line): PdfBlock => {
      const numbered = NUMBERED.exec(line)
      const [, label = '', text = ''] = numbered ?? LETTERED.exec(line) ?? []
      if (label === '') {
        return { kind: 'paragraph', text: line }
      }
      isInside ||= numbered !== null
      return { kind: 'item', label: `${label}.`, level: isInside && !numbered ? 1 : 0, text }
    })
  return keepLeadIns(blocks)
}

/** What ends in a colon stays with what it announces. */
const keepLeadIns = (blocks: readonly PdfBlock[]): PdfBlock[] => {
  const [first, second, ...rest] = blocks
  const isLeadIn = first?.kind === 'paragraph' && first.text.endsWith(':')
  return first && second && isLeadIn
    ? [{ blocks: [first, second], kind: 'together' }, ...rest]
    : [...blocks]
}
