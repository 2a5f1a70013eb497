import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'

import { createChatChannel } from '@/plugin/adapters/whatsapp'
import type { ChatOutcome } from '@/plugin/notifications/port'

const message = { reference: 'out-1', text: 'Halo', to: '6281234567890' }

const sendTo = (url: string): Promise<ChatOutcome[]> => {
  const cloud = { appSecret: 'secret', phoneNumberId: '1', token: 'token', verifyToken: 'word' }
  return Promise.all([
    createChatChannel({ ...cloud, graphUrl: url, id: 'cloud', timeoutMs: 3_000 }).send(message),
    createChatChannel({ id: 'fonnte', timeoutMs: 3_000, token: 'token', url }).send(message),
  ])
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)))

describe('a connection that never stood took no message', () => {
  it('to a name that leads nowhere', async () => {
    for (const outcome of await sendTo('https://whatsapp.invalid')) {
      expect(outcome).toMatchObject({ state: 'unavailable' })
    }
  })

  it('to somebody whose certificate nobody vouches for', async () => {
    // The mail server of the tests brings a certificate that it signed itself.
    const impostor = new SMTPServer({ secure: true })
    impostor.on('error', () => undefined)
    const port = await listen(impostor.server as Server)
    const outcomes = await sendTo(`https://localhost:${port}`)
    await new Promise<void>((resolve) => impostor.close(() => resolve()))
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({
        reason: expect.stringMatching(/CERT/) as unknown,
        state: 'unavailable',
      })
    }
  })

  it('to somebody who speaks no TLS', async () => {
    const plain = createServer((socket) =>
      socket.on('error', () => undefined).end('HTTP/1.1 200\r\n\r\n'),
    )
    const port = await listen(plain)
    const outcomes = await sendTo(`https://localhost:${port}`)
    plain.close()
    for (const outcome of outcomes) expect(outcome).toMatchObject({ state: 'unavailable' })
  })
})

describe('an answer without end', () => {
  it('is given up: with 200 it may have been taken', async () => {
    const endless = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.write('HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n')
      const flood = setInterval(() => socket.write('x'.repeat(10_000)), 1)
      socket.on('close', () => clearInterval(flood))
    })
    const port = await listen(endless)
    for (const outcome of await sendTo(`http://localhost:${port}`)) {
      expect(outcome).toMatchObject({ state: 'unknown' })
    }
    endless.close()
  })
})
