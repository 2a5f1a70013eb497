import type { Payload } from 'payload'

import type { SpkContent } from '../content'
import type { SpkFault } from '../template'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql, type Tx } from '../../kernel/payload'
import { noteLook } from '../papers/looks'
import { findSpk } from '../queries/scene'
import { buildContent, findContentFaults } from '../template'
import { buildDraft } from './buildDraft'
import { lookerOf } from './desk'
import { findTemplate, type WholeTemplate } from './findTemplate'
import { loadDocument } from './loadDocument'
import { SAMPLE_FACTS } from './sampleFacts'
import type { Asked } from './step'

/** What cannot be drawn at all; everything else shows in the preview itself. */
const assertDrawable = (faults: readonly SpkFault[]): void => {
  const fault = faults.find(({ code }) => code === 'glyphs' || code === 'fontSize')
  if (fault) {
    throw new DomainError('spk.templateFault', { fault: fault.text, field: fault.field })
  }
}

const drawDraft = async (content: SpkContent): Promise<Uint8Array> => {
  const { drawSpk } = await loadDocument()
  return (await drawSpk({ content, issue: null, nik: null })).bytes
}

const findDraft = async (tx: Tx, id: string): Promise<SpkContent> => {
  const scene = await findSpk(tx, sql`s.id = ${id}`)
  if (!scene) {
    throw new DomainError('notFound')
  }
  if (scene.state !== 'draft' && scene.current) {
    return scene.current.content
  }
  const { content, faults } = await buildDraft(tx, scene)
  assertDrawable(faults)
  if (!content) {
    throw new DomainError('spk.noTemplate', { field: 'template' })
  }
  return content
}

/**
 * An agreement as it would be sent now, or as its customer has it, with DRAF across every page: no
 * number, no codes, the NIK masked. The look is on record.
 *
 * @throws DomainError `notFound`, `spk.noTemplate`, `spk.templateFault`
 */
export const previewSpk = async (
  payload: Payload,
  { actor, id }: Pick<Asked, 'actor' | 'id'>,
): Promise<Uint8Array> => {
  const content = await runInTransaction(payload, async (tx) => {
    const draft = await findDraft(tx, id)
    await noteLook(tx, { by: lookerOf(actor), file: 'draft', spkId: id, what: 'looked' })
    return draft
  })
  return drawDraft(content)
}

/** The content that a sample order would have by this template. */
export const buildSample = (template: WholeTemplate): SpkContent =>
  buildContent({
    ...SAMPLE_FACTS,
    disputeCity: template.disputeCity,
    place: template.place,
    provider: template.provider,
    template,
  })

/**
 * What a template makes of a sample order of nobody, with DRAF across every page.
 *
 * @throws DomainError `notFound`, `spk.templateFault`
 */
export const previewTemplate = async (payload: Payload, id: string): Promise<Uint8Array> => {
  const template = await runInTransaction(payload, (tx) => findTemplate(tx, id))
  if (!template) {
    throw new DomainError('notFound')
  }
  const content = buildSample(template)
  assertDrawable(await findContentFaults(content))
  return drawDraft(content)
}
