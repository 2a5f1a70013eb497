import { env } from '@/config/env'

import { whatsappLink } from './whatsappLink'

/** How a customer reaches a person. */
export type Contact = { email: string; whatsapp?: string }

const bareAddress = (mailbox: string): string => /<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox

/** The shop's mail address and, when one is set, its WhatsApp number. */
export const findContact = (): Contact => ({
  email: bareAddress(env.MAIL_FROM),
  ...(env.WHATSAPP_NUMBER ? { whatsapp: env.WHATSAPP_NUMBER } : {}),
})

/** A WhatsApp link with a draft message, or undefined when no number is set. */
export const findWhatsappLink = (text: string): string | undefined =>
  env.WHATSAPP_NUMBER ? whatsappLink({ number: env.WHATSAPP_NUMBER, text }) : undefined
