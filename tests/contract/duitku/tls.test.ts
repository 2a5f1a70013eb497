import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { describe, expect, it } from 'vitest'

import { createDuitkuGateway } from '@/plugin/adapters/duitku'

import { project } from './rig'

const gatewayAt = (port: number) => {
  const url = `https://localhost:${port}`
  return createDuitkuGateway({ ...project, passportUrl: url, popUrl: url, timeoutMs: 5_000 })
}

const listen = (server: Server): Promise<number> =>
  new Promise((resolve) => server.listen(0, () => resolve((server.address() as AddressInfo).port)))

const invoice = {
  amount: 150_000,
  callbackUrl: 'https://toko.example/api/duitku/callback',
  customerName: 'Budi',
  email: 'budi@contoh.id',
  expiryMinutes: 60,
  items: [{ amount: 150_000, name: 'Situs' }],
  merchantOrderId: 'ORD-TLS-1',
  now: new Date('2026-11-21T10:00:00Z'),
  productDetails: 'Situs',
  returnUrl: 'https://toko.example/pembayaran/selesai?token=abc',
}

describe('a gateway whose certificate nobody vouches for', () => {
  it('is never spoken to: nothing is known, and the log names the certificate', async () => {
    // The mail server of the tests brings a certificate that it signed itself.
    let spoken = 0
    const impostor = new SMTPServer({
      onConnect: (_, answer) => {
        spoken += 1
        answer()
      },
      secure: true,
    })
    impostor.on('error', () => undefined)
    const port = await listen(impostor.server as Server)
    const duitku = gatewayAt(port)
    const answers = [
      await duitku.fetchStatus({ merchantOrderId: 'ORD-TLS-1' }),
      await duitku.createInvoice(invoice),
    ]
    await new Promise<void>((resolve) => impostor.close(() => resolve()))
    for (const answer of answers) {
      expect(answer).toMatchObject({
        kind: 'unavailable',
        reason: expect.stringMatching(/CERT/) as unknown,
      })
    }
    expect(spoken).toBe(0)
  })

  it('or that speaks no TLS at all, is away', async () => {
    let heard = ''
    const plain = createServer((socket) => {
      socket.on('error', () => undefined)
      socket.on('data', (chunk) => {
        heard += chunk.toString('latin1')
        socket.end('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}')
      })
    })
    const port = await listen(plain)
    const answer = await gatewayAt(port).fetchStatus({ merchantOrderId: 'ORD-TLS-1' })
    await new Promise((resolve) => plain.close(resolve))
    expect(answer).toMatchObject({ kind: 'unavailable' })
    expect(heard).not.toContain('ORD-TLS-1')
    expect(heard).not.toContain(project.merchantCode)
  })
})

describe('the check of certificates', () => {
  it('is switched off in no line of the shop', () => {
    const files = readdirSync('src', { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(?:m?[jt]sx?)$/.test(file.name))
      .map((file) => `${file.parentPath}/${file.name}`)
    const having = (pattern: RegExp): string[] =>
      files.filter((file) => pattern.test(readFileSync(file, 'utf8')))
    expect(files.length).toBeGreaterThan(200)
    expect(having(/rejectUnauthorized\s*:\s*false|NODE_TLS_REJECT/)).toEqual([])
    // Where a panel shows a certificate of its own, that very one is asked for; else the check of Node.
    expect(having(/checkServerIdentity/)).toEqual(['src/plugin/adapters/hosting/connect.ts'])
  })
})
