import { demoChat } from '../../config/standIns'
import { listWantedTemplates } from '../../plugin/notifications/chat/templates'
import { findFreePort } from '../ports'
import type { SimulatorConfig, Template } from './config'
import { startWhatsappSimulator } from './simulator'

/** Greeting, order, amount, and every further blank on a line of its own. */
const bodyOf = (language: 'en' | 'id', blanks: number): string => {
  const further = Array.from({ length: blanks - 3 }, (_, at) => `\n{{${at + 4}}}`)
  return `{{1}}\n${language === 'id' ? 'Pesanan' : 'Order'} {{2}}: {{3}}${further.join('')}`
}

/** The shop's templates as somebody has registered them at Meta; without its address none. */
const registerTemplates = (serverUrl = ''): Template[] =>
  serverUrl === ''
    ? []
    : listWantedTemplates().map(({ blanks, language, name }) => ({
        body: bodyOf(language, blanks.length),
        button: `${serverUrl}/`,
        language,
        name,
      }))

/** Starts the catcher as a process of its own; every setting comes from the environment. */
const main = async (): Promise<void> => {
  const { env } = process
  if (env.NODE_ENV === 'production' && env.LUNAS_DEMO !== '1') {
    throw new Error('The WhatsApp catcher refuses to run in production without LUNAS_DEMO=1')
  }
  const given = env.WHATSAPP_CATCHER_CONFIG
    ? (JSON.parse(env.WHATSAPP_CATCHER_CONFIG) as Partial<SimulatorConfig>)
    : {}
  const simulator = await startWhatsappSimulator({
    config: {
      progress: 'delivered',
      statusDelayMs: 400,
      templates: registerTemplates(env.SERVER_URL),
      unknownTemplates: 'accept',
      webhookUrl: env.WHATSAPP_CATCHER_WEBHOOK ?? '',
      ...given,
    },
    credentials: {
      appSecret: env.WHATSAPP_CLOUD_SECRET || demoChat.WHATSAPP_CLOUD_SECRET,
      cloudToken: env.WHATSAPP_CLOUD_TOKEN || demoChat.WHATSAPP_CLOUD_TOKEN,
      fonnteToken: env.FONNTE_TOKEN || demoChat.FONNTE_TOKEN,
      phoneNumberId: env.WHATSAPP_CLOUD_PHONE_ID || demoChat.WHATSAPP_CLOUD_PHONE_ID,
      verifyToken: env.WHATSAPP_CLOUD_VERIFY || demoChat.WHATSAPP_CLOUD_VERIFY,
    },
    port: await findFreePort({ wanted: Number(env.WHATSAPP_CATCHER_PORT || 3021) }),
  })
  process.stdout.write(`WhatsApp catcher (stand-in, delivers to nobody) at ${simulator.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)))
  }
}

await main()
