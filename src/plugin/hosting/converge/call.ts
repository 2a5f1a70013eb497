import type { Payload } from 'payload'

import type { AccountScene } from '../accounts/scene'
import type { CreatedService, DriverOutcome, ServiceSight } from '../port'
import type { ServiceDeed } from './rules'

import { newId, sql, type Tx } from '../../kernel/payload'
import { redactText } from '../../kernel/redact'
import { drawPassword } from '../../kernel/secrets'
import { clock } from '../../kernel/time'
import { openServiceSecrets } from '../accounts/secrets'
import { driverOf, openServer, type ServerRow, targetOf } from '../servers/access'

/** What is asked of a server. */
export type Verb = 'inspect' | ServiceDeed

/** What came of a call, whatever was asked. */
export type CallOutcome = DriverOutcome<CreatedService | ServiceSight | undefined>

/** Longer than a driver may take: one that breaks its word does not keep a worker. */
const LIMIT_MS = 30_000

const unknown = (reason: string): CallOutcome => ({ kind: 'unknown', reason })

const passwordOf = (payload: Payload, { id, secretsSealed }: AccountScene): string =>
  secretsSealed
    ? openServiceSecrets({ accountId: id, payload, sealed: secretsSealed }).password
    : drawPassword()

const ask = (
  payload: Payload,
  { account, server, verb }: { account: AccountScene; server: ServerRow; verb: Verb },
): Promise<CallOutcome> => {
  const driver = driverOf(payload, server)
  const access = openServer(payload, server)
  const target = targetOf(payload, account)
  switch (verb) {
    case 'create':
      return driver.create(access, { ...target, password: passwordOf(payload, account) })
    case 'inspect':
      return driver.inspect(access, target)
    case 'suspend':
      return driver.suspend(access, target, account.wantedReason ?? '')
    case 'resume':
      return driver.resume(access, target)
    case 'terminate':
      return driver.terminate(access, target)
  }
}

/** Asks a server. Never throws: what nobody expected is unknown, like a call that does not end. */
export const callServer = async (
  payload: Payload,
  asked: { account: AccountScene; server: ServerRow; verb: Verb },
): Promise<CallOutcome> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<CallOutcome>((resolve) => {
    timer = setTimeout(() => {
      resolve(unknown('Server tidak menjawab'))
    }, LIMIT_MS)
  })
  try {
    return await Promise.race([ask(payload, asked), late])
  } catch (error) {
    return unknown(redactText(error instanceof Error ? error.message : String(error)))
  } finally {
    clearTimeout(timer)
  }
}

/** Writes down that a server is about to be asked, before it is. Answers the id of the call. */
export const beginCall = async (
  tx: Pick<Tx, 'rows'>,
  { account, verb }: { account: AccountScene; verb: Verb },
): Promise<string> => {
  const id = newId()
  await tx.rows(sql`insert into hosting_calls (id, account_id, server_id, verb, wish, begun_at)
    values (${id}, ${account.id}, ${account.serverId}::uuid, ${verb}, ${account.wish},
      ${clock.now().toISOString()})`)
  return id
}

const detailOf = (outcome: CallOutcome): null | string => {
  switch (outcome.kind) {
    case 'needsAction':
      return null
    case 'ok':
      return typeof outcome.value === 'string' ? outcome.value : null
    default:
      return redactText(outcome.reason).slice(0, 500)
  }
}

/** Writes down what came of a call. One that was given up meanwhile keeps what was written then. */
export const endCall = async (
  tx: Pick<Tx, 'rows'>,
  { callId, outcome }: { callId: string; outcome: CallOutcome },
): Promise<void> => {
  await tx.rows(sql`update hosting_calls set ended_at = ${clock.now().toISOString()},
    outcome = ${outcome.kind}, detail = ${detailOf(outcome)} where id = ${callId} and ended_at is null`)
}

/** How often a server has said that a deed is done, for this wish, since it was last seen to be. */
export const countPromises = async (
  tx: Pick<Tx, 'rows'>,
  { account, sight, verb }: { account: AccountScene; sight: ServiceSight; verb: Verb },
): Promise<number> => {
  const [row] = await tx.rows<{ n: number }>(sql`select count(*)::int as n from hosting_calls c
    where c.account_id = ${account.id} and c.wish = ${account.wish} and c.verb = ${verb}
      and c.outcome = 'ok' and c.begun_at > coalesce((select max(i.begun_at) from hosting_calls i
        where i.account_id = c.account_id and i.verb = 'inspect' and i.detail = ${sight}), '-infinity')`)
  return row?.n ?? 0
}
