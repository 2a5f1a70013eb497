import { createHash } from 'node:crypto'

import type { SpkContent } from '../content'
import type { ClauseFacts } from './placeholders'
import type { StoredTemplate } from './template'

import { canonicalJson } from '../../kernel/history/canonicalJson'
import { fillPlaceholders } from './placeholders'

/** What an agreement is made of: the facts of its order, and the template of its clauses. */
export type SpkFacts = { template: StoredTemplate } & ClauseFacts

/** Freezes facts and clauses into one content; every placeholder is filled. */
export const buildContent = ({ template, ...facts }: SpkFacts): SpkContent => {
  const clauseKeys = template.clauses.map(({ key }) => key)
  const fill = (text: string) => fillPlaceholders(text, { clauseKeys, facts }).trim()
  return {
    ...facts,
    clauses: template.clauses.map(({ body, key, title }) => ({
      body: fill(body),
      key,
      title: fill(title),
    })),
    fontSize: template.fontSize,
    mode: template.mode,
    template: { id: template.id, version: template.version },
  }
}

/** SHA-256 (hex) of a content's canonical JSON: one changed letter is another content. */
export const hashContent = (content: SpkContent): string =>
  createHash('sha256').update(canonicalJson(content)).digest('hex')
