import { createHmac } from 'node:crypto'

import { startWhatsappSimulator } from '@/dev/whatsapp'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { type Answer, callShop } from './purchase'
import type { ShopInUse } from './useShop'

const account = {
  appSecret: 'an-app-secret-of-the-tests',
  cloudToken: 'a-cloud-token-of-the-tests',
  fonnteToken: 'a-fonnte-token-of-the-tests',
  phoneNumberId: '106540352242922',
  verifyToken: 'a verify word of the tests',
}

/** Where the vendor calls. */
export const WEBHOOK = '/api/whatsapp/webhook'

/** What the outbox says of one message. */
export type ChatRow = {
  channel: string
  event: string
  id: string
  messageId: null | string
  reported: null | string
  state: string
}

/** Starts Meta's stand-in; the settings for `useShop` make the shop write to it. */
export const openChatVendor = async () => {
  const vendor = await startWhatsappSimulator({
    config: {
      progress: 'none',
      unknownTemplates: 'accept',
      webhookIntervalMs: 10,
      webhookTries: 2,
    },
    credentials: account,
  })
  const settings = {
    WHATSAPP_CHANNEL: 'cloud',
    WHATSAPP_CLOUD_PHONE_ID: account.phoneNumberId,
    WHATSAPP_CLOUD_SECRET: account.appSecret,
    WHATSAPP_CLOUD_TOKEN: account.cloudToken,
    WHATSAPP_CLOUD_URL: vendor.url,
    WHATSAPP_CLOUD_VERIFY: account.verifyToken,
  }
  return { settings, vendor }
}

/** A telephone that no other test writes to, as a buyer types it; Meta writes it without the plus. */
export const newPhone = (): string => `+628${String(Math.random()).slice(2, 12).padEnd(10, '7')}`

/** `X-Hub-Signature-256` of a body. */
export const signCall = (raw: string, secret = account.appSecret): string =>
  `sha256=${createHmac('sha256', secret).update(raw).digest('hex')}`

/** One call of Meta about our number, or another one. */
export const drawCall = (value: object, phoneNumberId = account.phoneNumberId): string =>
  JSON.stringify({
    entry: [
      {
        changes: [
          { field: 'messages', value: { metadata: { phone_number_id: phoneNumberId }, ...value } },
        ],
        id: '1',
      },
    ],
    object: 'whatsapp_business_account',
  })

/** One report in such a call. */
export const drawStatus = (changes: object): object => ({
  id: 'wamid.stranger',
  recipient_id: '6281234567890',
  status: 'delivered',
  timestamp: String(Math.floor(Date.now() / 1_000)),
  ...changes,
})

/** Posts a body to the webhook as it is; signed as Meta does unless a signature is given. */
export const postCall = (
  inUse: ShopInUse,
  raw: string,
  signature: string = signCall(raw),
): Promise<Answer> =>
  callShop(inUse.shop, WEBHOOK, {
    headers: signature === '' ? {} : { 'x-hub-signature-256': signature },
    method: 'POST',
    raw,
  })

/** The messages to one address that he need not get, oldest first. */
export const readChats = (inUse: ShopInUse, address: string): Promise<ChatRow[]> =>
  queryRows(
    inUse.shop.payload,
    sql`select id, event, channel, state, reported, message_id as "messageId" from notifications
      where recipient_address = ${address} and event = 'payment.failed'
      order by created_at, channel desc`,
  )
