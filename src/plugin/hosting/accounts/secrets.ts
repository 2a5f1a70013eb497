import type { Payload } from 'payload'

import { openPassword, sealPassword } from '../../kernel/secrets'

const LABEL = 'hosting account secrets'

/** What opens a service, by what it is called: passwords, keys. */
export type ServiceSecrets = Readonly<Record<string, string>>

/** Seals what opens a service for its row. */
export const sealSecrets = (args: {
  accountId: string
  payload: Payload
  secrets: ServiceSecrets
}): string =>
  sealPassword({
    label: LABEL,
    owner: args.accountId,
    password: JSON.stringify(args.secrets),
    secret: args.payload.secret,
  })

/**
 * Opens what opens a service.
 *
 * @throws Error when it was sealed for another service or under another secret
 */
export const openSecrets = (args: {
  accountId: string
  payload: Payload
  sealed: string
}): ServiceSecrets =>
  JSON.parse(
    openPassword({
      label: LABEL,
      owner: args.accountId,
      sealed: args.sealed,
      secret: args.payload.secret,
    }),
  ) as ServiceSecrets
