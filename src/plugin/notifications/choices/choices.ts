import type { Payload } from 'payload'

import { newId, queryRows, sql, type Tx } from '../../kernel/payload'

/** Where a customer wants to hear what he need not be told. */
export const CHOSEN_CHANNELS = ['auto', 'both', 'email', 'whatsapp'] as const

/** `auto`: as the catalogue prefers. `both`: by each of them at once, which is never done unasked. */
export type ChosenChannel = (typeof CHOSEN_CHANNELS)[number]

/** What the owner of an address has chosen. Legal notices come all the same, by e-mail. */
export type MessageChoice = {
  channel: ChosenChannel
  /** False: nothing but legal notices. */
  wantsOptional: boolean
}

/** Of whoever has chosen nothing. */
export const DEFAULT_CHOICE: MessageChoice = { channel: 'auto', wantsOptional: true }

const keyOf = (address: string): string => address.trim().toLowerCase()

type Row = { address: string } & MessageChoice

/** What the owners of these addresses have chosen, by address as it was given. */
export const findChoices = async (
  tx: Pick<Tx, 'rows'>,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, MessageChoice>> => {
  const keys = [...new Set(addresses.map(keyOf))]
  if (keys.length === 0) {
    return new Map()
  }
  const rows = await tx.rows<Row>(sql`select address, channel, wants_optional as "wantsOptional"
    from message_choices where address in (${sql.join(keys, sql`, `)})`)
  const byKey = new Map(rows.map(({ address, ...choice }) => [address, choice]))
  return new Map(addresses.map((address) => [address, byKey.get(keyOf(address)) ?? DEFAULT_CHOICE]))
}

/** What the owner of one address has chosen. */
export const findChoice = async (args: {
  address: string
  payload: Payload
}): Promise<MessageChoice> => {
  const { address, payload } = args
  const rows = <R>(query: Parameters<Tx['rows']>[0]) => queryRows<R>(payload, query)
  return (await findChoices({ rows: rows as Tx['rows'] }, [address])).get(address) ?? DEFAULT_CHOICE
}

/** Keeps what the owner of an address has chosen; what is not said stays as it was. */
export const saveChoice = async (args: {
  address: string
  choice: Partial<MessageChoice>
  payload: Payload
}): Promise<void> => {
  const { address, choice, payload } = args
  const { channel = null, wantsOptional = null } = choice
  await queryRows(
    payload,
    sql`insert into message_choices (id, address, channel, wants_optional, created_at, updated_at)
      values (${newId()}, ${keyOf(address)}, coalesce(${channel}::text, 'auto'),
        coalesce(${wantsOptional}::boolean, true), now(), now())
      on conflict (address) do update set
        channel = coalesce(${channel}::text, message_choices.channel),
        wants_optional = coalesce(${wantsOptional}::boolean, message_choices.wants_optional),
        updated_at = now()`,
  )
}

/**
 * Stops optional messages to whoever has this number, by every address at which we wrote to it. One
 * number may belong to two accounts; both asked with one word.
 */
export const stopByPhone = async (args: { from: string; payload: Payload }): Promise<void> => {
  const digits = args.from.replace(/\D/g, '')
  await queryRows(
    args.payload,
    sql`insert into message_choices (id, address, channel, wants_optional, created_at, updated_at)
      select distinct on (lower(recipient_address)) gen_random_uuid(), lower(recipient_address),
        'auto', false, now(), now()
      from notifications
      where channel = 'whatsapp' and recipient_phone in (${digits}, ${`+${digits}`})
      on conflict (address) do update set wants_optional = false, updated_at = now()`,
  )
}
