import type { Payload } from 'payload'

import { openPassword, sealPassword } from '../../kernel/secrets'

const LABEL = 'hosting server credential'

type Sealed = { payload: Payload; serverId: string }

/** Seals the credential of a server for its row. */
export const sealServerCredential = ({
  credential,
  payload,
  serverId,
}: { credential: string } & Sealed): string =>
  sealPassword({ label: LABEL, owner: serverId, password: credential, secret: payload.secret })

/**
 * Opens the credential of a server for one call.
 *
 * @throws Error when it was sealed for another server or under another secret
 */
export const openServerCredential = ({
  payload,
  sealed,
  serverId,
}: { sealed: string } & Sealed): string =>
  openPassword({ label: LABEL, owner: serverId, sealed, secret: payload.secret })
