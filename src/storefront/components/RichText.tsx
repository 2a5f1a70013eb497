import {
  type JSXConvertersFunction,
  RichText as LexicalText,
} from '@payloadcms/richtext-lexical/react'
import type { ComponentProps } from 'react'

type LexicalState = ComponentProps<typeof LexicalText>['data']

const isLexicalState = (text: unknown): text is LexicalState =>
  typeof text === 'object' && text !== null && 'root' in text

const isNumbered = (parent: object): boolean => 'listType' in parent && parent.listType === 'number'

/** Payload's own puts a number, a class and a style on every item, most of them to no effect. */
const converters: JSXConvertersFunction = ({ defaultConverters }) => ({
  ...defaultConverters,
  listitem: ({ node, nodesToJSX, parent }) => {
    const children = nodesToJSX({ nodes: node.children })
    return isNumbered(parent) ? <li value={node.value}>{children}</li> : <li>{children}</li>
  },
})

/** An editor's text as HTML; links were checked when it was saved. Nothing for an empty text. */
export function RichText({ text }: { text: unknown }) {
  return isLexicalState(text) ? (
    <div className="prose">
      <LexicalText converters={converters} data={text} disableContainer />
    </div>
  ) : null
}
