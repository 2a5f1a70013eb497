import type { ApiAnswer, ApiCall } from './call'

import { channels } from '../channels'
import { acceptedScheme } from '../signing'
import { text } from '../transport/messages'
import { v2Error } from './call'

/** `POST /webapi/api/merchant/paymentmethod/getpaymentmethod`; fees are borne by the project. */
export function paymentMethods({ body, origin, simulator }: ApiCall): ApiAnswer {
  const get = (name: string) => text({ body, name })
  if (get('merchantCode') !== simulator.credentials.merchantCode) {
    return v2Error({ message: 'Merchant not found', status: 404 })
  }
  const signed = get('merchantCode') + get('amount') + get('datetime')
  if (
    acceptedScheme({ legacy: 'sha256', signature: get('signature'), simulator, text: signed }) ===
    undefined
  ) {
    return v2Error({ message: 'Wrong signature', status: 401 })
  }
  return {
    json: {
      paymentFee: channels.map((channel) => ({
        paymentMethod: channel.code,
        paymentName: channel.name.toUpperCase(),
        paymentImage: `${origin}/assets/channel/${channel.code}.svg`,
        totalFee: '0',
      })),
      responseCode: '00',
      responseMessage: 'SUCCESS',
    },
    status: 200,
  }
}
