import type { Payload } from 'payload'

import type { SQL, Tx } from '../../kernel/payload'
import type { SpkIdentity, SpkScene } from '../queries/scene'
import type { DraftWish } from './schema'

import { normalisePhone } from '../../customers'
import { DomainError } from '../../kernel/errors'
import { sql } from '../../kernel/payload'
import { assertSeen } from '../actions/fireSpk'
import { sealNik } from '../identity'
import { spkRuntime } from '../runtime'
import { findTemplate } from './findTemplate'
import { type Asked, noteWork, type Stepped, stepSpk } from './step'

const identityOf = (wish: DraftWish): SpkIdentity => {
  const { address, company, email, name, phone, place } = wish
  return {
    address,
    company,
    email,
    name,
    phone: normalisePhone(phone),
    ...(place ? { place } : {}),
  }
}

const nikColumns = (tx: Tx, { nik }: DraftWish, spkId: string): SQL => {
  if (nik === '') {
    return sql``
  }
  const { key, mark, masked, sealed } = sealNik({
    nik,
    secret: spkRuntime.get(tx.payload).secret,
    spkId,
  })
  return sql`, nik_key = ${key}, nik_mark = ${mark}, nik_masked = ${masked}, nik_sealed = ${sealed}`
}

const assertDraft = ({ state }: SpkScene): void => {
  if (state !== 'draft') {
    throw new DomainError('spk.notDraft')
  }
}

/**
 * Fills in a draft: who PIHAK KEDUA is, and by which template it is made; its way of stamping comes with
 * the template, whose clauses speak of it. A NIK is sealed before it is stored; an empty one keeps the
 * one that is there.
 *
 * @throws DomainError `notFound`, `spk.movedOn`, `spk.notDraft`, `spk.noTemplate`, `spk.nikInvalid`,
 * `customer.invalidPhone`
 */
export const fillDraft = (
  payload: Payload,
  { actor, id, wish }: { wish: DraftWish } & Omit<Asked, 'seen'>,
): Promise<Stepped> =>
  stepSpk(payload, id, async (tx, scene) => {
    await assertSeen(tx, scene, wish.seen)
    assertDraft(scene)
    const template = await findTemplate(tx, wish.template)
    if (!template?.isActive) {
      throw new DomainError('spk.noTemplate', { field: 'template' })
    }
    await tx.rows(sql`update spks set identity = ${JSON.stringify(identityOf(wish))}::jsonb,
      template_id = ${template.id}, mode = ${template.mode} ${nikColumns(tx, wish, id)} where id = ${id}`)
    await noteWork(tx, scene, { actor, event: 'fill' })
  })
