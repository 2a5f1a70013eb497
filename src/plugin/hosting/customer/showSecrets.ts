import type { Payload } from 'payload'

import type { ServiceSecrets } from '../accounts/secrets'
import type { OwnService } from './findServices'

import { DomainError } from '../../kernel/errors'
import { runInTransaction, sql } from '../../kernel/payload'
import { clock } from '../../kernel/time'
import { openServiceSecrets } from '../accounts/secrets'

/**
 * Shows a customer what opens his service, and forgets it: a second look finds nothing.
 *
 * @throws DomainError `hosting.accountNotFound`, `hosting.noSecrets`
 */
export const showSecrets = (
  payload: Payload,
  { customerId, id }: OwnService,
): Promise<ServiceSecrets> =>
  runInTransaction(payload, async (tx) => {
    const [row] = await tx.rows<{ isMade: boolean; sealed: null | string }>(sql`
      select secrets_sealed as sealed, state in ('active', 'suspended') as "isMade"
      from hosting_accounts where id::text = ${id} and customer_id::text = ${customerId} for update`)
    if (!row) {
      throw new DomainError('hosting.accountNotFound')
    }
    if (row.sealed === null || !row.isMade) {
      throw new DomainError('hosting.noSecrets')
    }
    const secrets = openServiceSecrets({ accountId: id, payload, sealed: row.sealed })
    const at = clock.now().toISOString()
    await tx.rows(sql`update hosting_accounts set secrets_sealed = null, secrets_shown_at = ${at},
      updated_at = ${at} where id::text = ${id}`)
    return secrets
  })
