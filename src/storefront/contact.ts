import { env } from '@/config/env'

import { whatsappLink } from './whatsappLink'

/** How a customer reaches a person. */
export type Contact = { email: string; whatsapp?: string }

/** The shop's mail address and, when one is set, its WhatsApp number. */
export const findContact = (): Contact => ({
  email: env.SUPPORT_EMAIL,
  ...(env.WHATSAPP_NUMBER ? { whatsapp: env.WHATSAPP_NUMBER } : {}),
})

/** The shop's name, as mails and the payment page write it. */
export const findShopName = (): string => env.SHOP_NAME

/** A WhatsApp link with a draft message, or undefined when no number is set. */
export const findWhatsappLink = (text: string): string | undefined =>
  env.WHATSAPP_NUMBER ? whatsappLink({ number: env.WHATSAPP_NUMBER, text }) : undefined
