import type { Payload } from 'payload'

import { openPassword, sealPassword } from '../../kernel/secrets'

const LABEL = 'hosting account secrets'

type Whose = { accountId: string; payload: Payload }

/** What the customer is shown once: the password, and whatever else the server gave. */
export type ServiceSecrets = { password: string } & Record<string, string>

/** Seals the secrets of a service for its row. */
export const sealServiceSecrets = ({
  accountId,
  payload,
  secrets,
}: { secrets: ServiceSecrets } & Whose): string =>
  sealPassword({
    label: LABEL,
    owner: accountId,
    password: JSON.stringify(secrets),
    secret: payload.secret,
  })

/**
 * Opens the secrets of a service.
 *
 * @throws Error when they were sealed for another service or under another secret
 */
export const openServiceSecrets = ({
  accountId,
  payload,
  sealed,
}: { sealed: string } & Whose): ServiceSecrets =>
  JSON.parse(
    openPassword({ label: LABEL, owner: accountId, sealed, secret: payload.secret }),
  ) as ServiceSecrets
