import type { Fragment } from './flow'
import type { Tools } from './paint'
import type { PdfBlock } from './types'

import { barsOf } from './bars'
import { centredOf, drawnOf, itemOf } from './deeds'
import { pictureOf } from './picture'
import { tableOf } from './table'
import { coverOf, factsOf, headingOf, paragraphOf, verbatimOf } from './words'

const bind = (fragments: readonly Fragment[]): Fragment[] =>
  fragments.map((each, at) => (at < fragments.length - 1 ? { ...each, isBound: true } : each))

/** What a block is made of. */
const fragmentsOf = (block: PdfBlock, tools: Tools): Fragment[] => {
  switch (block.kind) {
    case 'bars':
      return barsOf(block, tools)
    case 'centred':
      return centredOf(block, tools)
    case 'cover':
      return coverOf(block, tools)
    case 'drawn':
      return drawnOf(block, tools)
    case 'facts':
      return factsOf(block, tools)
    case 'heading':
      return headingOf(block, tools)
    case 'item':
      return itemOf(block, tools)
    case 'newPage':
      return [{ draw: () => undefined, height: 0, isFirst: true }]
    case 'paragraph':
      return paragraphOf(block, tools)
    case 'picture':
      return pictureOf(block, tools)
    case 'table':
      return tableOf(block, tools)
    case 'together':
      return bind(layOut(block.blocks, tools))
    case 'verbatim':
      return verbatimOf(block, tools)
  }
}

/** Everything that a document is made of, in its order. */
export const layOut = (blocks: readonly PdfBlock[], tools: Tools): Fragment[] =>
  blocks.flatMap((block) => fragmentsOf(block, tools))
