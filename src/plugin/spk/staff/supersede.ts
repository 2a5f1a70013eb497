import type { SpkIdentity, SpkScene } from '../queries/scene'

import { newId, type SQL, sql, type Tx } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { drawToken } from '../actions/buildSpk'
import { openNik, sealNik } from '../identity'
import { spkMachine } from '../machine'
import { spkRuntime } from '../runtime'

/** A NIK is sealed for the agreement that it belongs to: the new one gets a seal of its own. */
const sealAnew = (tx: Tx, scene: SpkScene, spkId: string): SQL => {
  const { nikKey, nikSealed } = scene
  if (!nikKey || !nikSealed) {
    return sql`null, null, null, null`
  }
  const { previousSecrets, secret } = spkRuntime.get(tx.payload)
  const secrets = [secret, ...previousSecrets]
  const nik = openNik({ key: nikKey, sealed: nikSealed, secrets, spkId: scene.id })
  const { key, mark, masked, sealed } = sealNik({ nik, secret, spkId })
  return sql`${key}, ${mark}, ${masked}, ${sealed}`
}

/** What is known of the customer: of an erased agreement only what his order says. */
const identityOf = ({
  customerName: name,
  email,
  erasedAt,
  identity,
  phone,
}: SpkScene): SpkIdentity => (erasedAt === null ? identity : { email, name, phone })

/**
 * Begins the draft that takes the place of a replaced agreement, with what is known of its customer. Its
 * number will be a new one. Under the order's lock, once the old one is replaced.
 */
export const insertSuccessor = async (tx: Tx, scene: SpkScene): Promise<string> => {
  const id = newId()
  const at = clock.now().toISOString()
  const { assignee, customerId, mode, orderId, templateId } = scene
  await tx.rows(sql`insert into spks (id, order_id, customer_id, state, mode, edition, revision, lock_version,
      attempts, template_id, identity, assignee_id, token, nik_key, nik_mark, nik_masked, nik_sealed,
      created_at, updated_at)
    values (${id}, ${orderId}, ${customerId}, ${spkMachine.initial}, ${mode}, 0, 0, 0, 0, ${templateId},
      ${JSON.stringify(identityOf(scene))}::jsonb, ${assignee}, ${drawToken()}, ${sealAnew(tx, scene, id)},
      ${at}, ${at})`)
  return id
}
