import type { KeptMessage, MessageState, Simulator } from '../types'

const seconds = (at: number): string => String(Math.floor(at / 1000))

const envelope = (args: { simulator: Simulator; value: Record<string, unknown> }) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '100000000000001',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: {
              display_phone_number: '6280000000000',
              phone_number_id: args.simulator.credentials.phoneNumberId,
            },
            ...args.value,
          },
        },
      ],
    },
  ],
})

/** One report about one message. */
export const statusPayload = (args: {
  at: number
  message: KeptMessage
  simulator: Simulator
  state: MessageState
}): string => {
  const { at, message, simulator, state } = args
  const { error, id, number, reference } = message
  const status = {
    id,
    status: state,
    timestamp: seconds(at),
    recipient_id: number,
    ...(reference === undefined ? {} : { biz_opaque_callback_data: reference }),
    ...(state === 'failed' && error
      ? { errors: [{ ...error, message: error.title, error_data: { details: error.title } }] }
      : {}),
  }
  return JSON.stringify(envelope({ simulator, value: { statuses: [status] } }))
}

/** A person's answer. */
export const replyPayload = (args: { message: KeptMessage; simulator: Simulator }): string => {
  const { at, id, number, text } = args.message
  const value = {
    contacts: [{ profile: { name: 'Orang di WhatsApp' }, wa_id: number }],
    messages: [{ from: number, id, timestamp: seconds(at), text: { body: text }, type: 'text' }],
  }
  return JSON.stringify(envelope({ simulator: args.simulator, value }))
}
