import { RichText as LexicalText } from '@payloadcms/richtext-lexical/react'
import type { ComponentProps } from 'react'

type LexicalState = ComponentProps<typeof LexicalText>['data']

const isLexicalState = (text: unknown): text is LexicalState =>
  typeof text === 'object' && text !== null && 'root' in text

/** An editor's text as HTML; links were checked when it was saved. Nothing for an empty text. */
export function RichText({ text }: { text: unknown }) {
  return isLexicalState(text) ? (
    <div className="prose">
      <LexicalText data={text} disableContainer />
    </div>
  ) : null
}
