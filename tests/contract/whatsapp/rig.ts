import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { type SimulatorConfig, startWhatsappSimulator, type Template } from '@/dev/whatsapp'
import { createChatChannel } from '@/plugin/adapters/whatsapp'
import type { ChatMessage, ChatNews } from '@/plugin/notifications/port'

/** The made-up accounts of the contract tests. */
export const accounts = {
  appSecret: 'contract-app-secret',
  cloudToken: 'contract-cloud-token',
  fonnteToken: 'contract-fonnte-token',
  phoneNumberId: '106540352242922',
  verifyToken: 'contract verify word',
}

/** The person who is written to. */
export const number = '6281234567890'

/** A template with everything that ours may have. */
export const template: Template = {
  body: 'Halo {{1}}, tagihan {{2}} siap.',
  button: 'https://toko.example.id/pesanan/',
  document: true,
  language: 'id',
  name: 'invoice_ready',
}

const message: ChatMessage = { reference: 'out-0001', text: 'Halo Budi 👋', to: number }

const openChannels = (url: string) => ({
  cloud: createChatChannel({
    appSecret: accounts.appSecret,
    graphUrl: url,
    id: 'cloud',
    phoneNumberId: accounts.phoneNumberId,
    timeoutMs: 1_000,
    token: accounts.cloudToken,
    verifyToken: accounts.verifyToken,
  }),
  fonnte: createChatChannel({ id: 'fonnte', timeoutMs: 1_000, token: accounts.fonnteToken, url }),
})

type Channels = ReturnType<typeof openChannels>

/** A shop's webhook: what the adapter reads of every call, and how many it refuses. */
const openWebhook = async (getChannels: () => Channels) => {
  const read: ChatNews[] = []
  const seen = { refused: 0 }
  const server = createServer((request, response) => {
    const query = new URL(request.url ?? '/', 'http://shop').searchParams
    if (request.method === 'GET') {
      const challenge = getChannels().cloud.answerSubscription?.(query)
      response.writeHead(challenge ? 200 : 403).end(challenge)
      return
    }
    let rawBody = ''
    request.setEncoding('utf8').on('data', (chunk: string) => (rawBody += chunk))
    request.on('end', () => {
      const signature = request.headers['x-hub-signature-256']
      const headers = new Headers({ 'x-hub-signature-256': String(signature) })
      const news = getChannels().cloud.readWebhook?.({ headers, rawBody })
      if (news) read.push(news)
      else seen.refused += 1
      response.writeHead(news ? 200 : 401).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
    read,
    seen,
    url: `http://127.0.0.1:${port}/api/whatsapp/webhook`,
  }
}

/** Both channels, the simulator and a listening shop, connected over real HTTP. */
export const openRig = async () => {
  const simulator = await startWhatsappSimulator({ credentials: accounts })
  const channels = openChannels(simulator.url)
  const webhook = await openWebhook(() => channels)
  const settings: Partial<SimulatorConfig> = {
    templates: [template],
    webhookIntervalMs: 1,
    webhookTries: 2,
    webhookUrl: webhook.url,
    window: false,
  }
  return {
    ...channels,
    close: async () => {
      await simulator.close()
      await webhook.close()
    },
    control: simulator.control,
    draft: (changes: Partial<ChatMessage> = {}): ChatMessage => ({ ...message, ...changes }),
    news: () => ({
      replies: webhook.read.flatMap(({ replies }) => replies),
      reports: webhook.read.flatMap(({ reports }) => reports),
    }),
    reset: async () => {
      await simulator.control.idle()
      simulator.control.reset({ config: true })
      simulator.control.configure(settings)
      simulator.control.setCredentials(accounts)
      webhook.read.splice(0)
      webhook.seen.refused = 0
    },
    seen: webhook.seen,
    url: simulator.url,
  }
}
