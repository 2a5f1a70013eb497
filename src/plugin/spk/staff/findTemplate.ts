import type { Tx } from '../../kernel/payload'
import type { MeteraiMode, SpkClause, SpkProvider } from '../content'
import type { StoredTemplate } from '../template'

import { slugsOf } from '../../kernel/payload'

/** A template with all that it decides beside its clauses. */
export type WholeTemplate = {
  house: string
  isActive: boolean
  name: string
  disputeCity: string
  place: string
  provider: SpkProvider
  secondReviewAbove: null | number
} & StoredTemplate

type Row = {
  clauses?: { body: string; key: string; title: string }[] | null
  fontSize: number
  house: string
  id: string
  isActive?: boolean | null
  mode: MeteraiMode
  name: string
  disputeCity: string
  place: string
  provider: SpkProvider
  secondReviewAbove?: null | number
  version?: null | number
}

const clausesOf = (rows: Row['clauses']): SpkClause[] =>
  (rows ?? []).map(({ body, key, title }) => ({ body, key, title }))

/** A row of the templates' collection, as everything that builds a content wants it. */
export const toTemplate = (row: Row): WholeTemplate => {
  const {
    clauses,
    disputeCity,
    fontSize,
    house,
    id,
    isActive,
    mode,
    name,
    place,
    provider,
    version,
  } = row
  const { address, email, legalName, nib, npwp, phone, representative, representativeTitle } =
    provider
  return {
    clauses: clausesOf(clauses),
    disputeCity,
    fontSize,
    house,
    id,
    isActive: isActive ?? false,
    mode,
    name,
    place,
    provider: { address, email, legalName, nib, npwp, phone, representative, representativeTitle },
    secondReviewAbove: row.secondReviewAbove ?? null,
    version: version ?? 1,
  }
}

/** A template by its id; null when there is none. In the caller's transaction. */
export const findTemplate = async (tx: Tx, id: null | string): Promise<null | WholeTemplate> => {
  if (id === null) {
    return null
  }
  const row: unknown = await tx.payload.findByID({
    id,
    collection: slugsOf(tx.payload).spkTemplates,
    depth: 0,
    disableErrors: true,
    overrideAccess: true,
    req: await tx.req(),
  })
  return row ? toTemplate(row as Row) : null
}

/** From which total on two people have to accept, by the template as it is now. */
export const findSecondAbove = async (tx: Tx, id: null | string): Promise<null | number> =>
  (await findTemplate(tx, id))?.secondReviewAbove ?? null
