import type { ApiAnswer, Simulator } from '../types'

/** `POST /device` (docs.fonnte.com, "API Device Profile"): the linked phone, as Fonnte sees it. */
export const answerDevice = (args: { authorization: string; simulator: Simulator }): ApiAnswer => {
  const { authorization, simulator } = args
  if (authorization !== simulator.credentials.fonnteToken) {
    return { json: { reason: 'token invalid', status: false }, status: 200 }
  }
  const { device } = simulator.config
  return {
    json: {
      device: '6280000000000',
      device_status: device === 'disconnected' ? 'disconnect' : 'connect',
      expired: '18 November 2029',
      messages: simulator.chats.find().length,
      name: 'Toko percobaan',
      package: 'Reguler',
      quota: device === 'spent' ? '0' : '1000',
      status: true,
    },
    status: 200,
  }
}
