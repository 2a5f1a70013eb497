import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import forge from 'node-forge'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { isCertificate } from '@/plugin/adapters/hosting'
import { createSend, type HttpEnd } from '@/plugin/adapters/hosting/http'

/** A certificate that vouches for itself, for a name that is not the address. */
const makeCertificate = (name: string) => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2_048,
    privateKeyEncoding: { format: 'pem', type: 'pkcs1' },
    publicKeyEncoding: { format: 'pem', type: 'spki' },
  })
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey)
  certificate.serialNumber = '0101'
  certificate.validity.notBefore = new Date('2020-01-01')
  certificate.validity.notAfter = new Date('2120-01-01')
  certificate.setSubject([{ name: 'commonName', value: name }])
  certificate.setIssuer([{ name: 'commonName', value: name }])
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create())
  return { cert: forge.pki.certificateToPem(certificate), key: privateKey }
}

const own = makeCertificate('panel.lan')
const stranger = makeCertificate('stranger.lan')
let heard = 0
let server: Server
let port: number

beforeAll(async () => {
  server = createServer(own, (_, answer) => {
    heard += 1
    answer.end('hello')
  })
  port = await new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port)),
  )
})
afterAll(() => server.close())

const get = (certificate?: string): Promise<HttpEnd> =>
  createSend({ allowPrivate: ['127.0.0.1'] })({
    headers: { Authorization: 'Bearer secret' },
    method: 'GET',
    path: '/',
    server: { address: `https://127.0.0.1:${port}`, certificate },
  })

describe('a server whose certificate nobody vouches for', () => {
  it('is spoken to when that very certificate was entered, whatever name stands in it', async () => {
    expect(await get(own.cert)).toMatchObject({ kind: 'answered', text: 'hello' })
    expect(await get(`${stranger.cert}\n${own.cert}`)).toMatchObject({ kind: 'answered' })
  })

  it.each([
    ['none', undefined],
    ['another one', stranger.cert],
    ['something else', 'no certificate'],
  ])('is not spoken to when %s was entered: it hears no credential', async (_, certificate) => {
    heard = 0
    const end = await get(certificate)
    expect(end).toMatchObject({
      kind: 'notSent',
      reason: expect.stringMatching(/CERT|certificate/) as unknown,
    })
    expect(heard).toBe(0)
  })
})

describe('what staff enter as a certificate', () => {
  it('is one, or several, or it is not', () => {
    expect(isCertificate(own.cert)).toBe(true)
    expect(isCertificate(own.cert + stranger.cert)).toBe(true)
    expect(isCertificate(own.key)).toBe(false)
    expect(isCertificate('')).toBe(false)
    const broken = own.cert.replace(/\n[A-Za-z\d+/=]{20}/, '\n!!!!')
    expect(isCertificate(own.cert + broken)).toBe(false)
  })
})
