import type { Tx } from '../../kernel/payload'
import type { SpkContent } from '../content'
import type { SpkScene } from '../queries/scene'
import type { SpkFault } from '../template'
import type { WholeTemplate } from './findTemplate'

import { sql } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'
import { spkRuntime } from '../runtime'
import { buildContent, findContentFaults } from '../template'
import { findFormer } from './findFormer'
import { findTemplate } from './findTemplate'
import { getOrderTerms, type OrderTerms } from './terms'

/** A draft as it would be frozen now, and all that keeps it from being sent. */
export type Draft = { content: null | SpkContent; faults: SpkFault[] }

const NO_ADDRESS = { city: '', postalCode: '', province: '', street: '' }

const customerOf = (scene: SpkScene): SpkContent['customer'] => {
  const { identity, nikMark, nikMasked } = scene
  return {
    address: identity.address ?? NO_ADDRESS,
    company: identity.company ?? null,
    email: identity.email,
    name: identity.name,
    nikMark: nikMark ?? '',
    nikMasked: nikMasked ?? '',
    phone: identity.phone,
  }
}

/** `Rev. n` counts what was issued before under the same number. */
export const findRevision = async (tx: Pick<Tx, 'rows'>, spkId: string): Promise<number> => {
  const [row] = await tx.rows<{ issued: number }>(sql`select count(*)::int as issued
    from spk_editions where spk_id = ${spkId} and layout is not null`)
  return row?.issued ?? 0
}

const NO_TEMPLATE: SpkFault = {
  code: 'required',
  field: 'template',
  text: {
    en: 'Please choose a template that may still be used.',
    id: 'Pilih naskah yang masih boleh dipakai.',
  },
}

/** A plan that never suspends cannot promise after how many days it does. */
const findPlanFaults = ({ clauses }: WholeTemplate, { canSuspend }: OrderTerms): SpkFault[] =>
  canSuspend || !clauses.some(({ body }) => body.includes('{{hariPenangguhan}}'))
    ? []
    : [
        {
          code: 'required',
          field: 'late.suspendAfterDays',
          text: {
            en: 'The plan of this order never suspends. Choose a template without {{hariPenangguhan}}.',
            id: 'Rencana cicilan pesanan ini tidak pernah menangguhkan layanan. Pilih naskah tanpa {{hariPenangguhan}}.',
          },
        },
      ]

/** Builds the draft of an agreement from its order, its template and what was filled in. */
export const buildDraft = async (tx: Tx, scene: SpkScene): Promise<Draft> => {
  const template = await findTemplate(tx, scene.templateId)
  if (!template?.isActive) {
    return { content: null, faults: [NO_TEMPLATE] }
  }
  const { canSuspend, ...terms } = await getOrderTerms(tx, scene)
  const { disputeCity, place, provider } = template
  const { payWithinDays, renewals } = spkRuntime.get(tx.payload)
  const former = renewals === 'addendum' ? await findFormer(tx, scene.orderId) : null
  const content = buildContent({
    ...terms,
    agreementOn: wibDayOf(clock.now()),
    customer: customerOf(scene),
    disputeCity,
    ...(former && { former }),
    payWithinDays,
    place: scene.identity.place || place,
    provider,
    revision: await findRevision(tx, scene.id),
    template,
  })
  const faults = [
    ...(await findContentFaults(content)),
    ...findPlanFaults(template, { ...terms, canSuspend }),
  ]
  return { content, faults }
}
