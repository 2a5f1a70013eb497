import forge from 'node-forge'
import { describe, expect, it } from 'vitest'
import { makeSealSettings } from '@/dev/seal'
import { makeP12, type P12Wish } from '@/dev/seal/makeP12'
import { readSeal } from '@/plugin/spk/seal'

const AT = new Date('2026-11-22T03:00:00Z')
const passphrase = 'kata sandi segel'

const p12 = (wish: Partial<P12Wish> = {}): Uint8Array =>
  makeP12({
    name: 'Segel Hanzamas',
    passphrase,
    validFrom: new Date('2026-01-01T00:00:00Z'),
    validUntil: new Date('2027-01-01T00:00:00Z'),
    ...wish,
  })

const open = (bytes: Uint8Array) =>
  forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(Buffer.from(bytes).toString('latin1')), passphrase)

const bagOf = (bytes: Uint8Array, kind: string) => open(bytes).getBags({ bagType: kind })[kind]?.[0]

/** The key of one file with the certificate of another. */
const swapCertificates = (one: Uint8Array, other: Uint8Array): Uint8Array => {
  const { certBag = '', pkcs8ShroudedKeyBag = '' } = forge.pki.oids
  const key = bagOf(one, pkcs8ShroudedKeyBag)?.key
  const certificate = bagOf(other, certBag)?.cert
  if (!key || !certificate) {
    throw new Error('The files hold no key and no certificate')
  }
  const mixed = forge.pkcs12.toPkcs12Asn1(key, [certificate], passphrase, { algorithm: 'aes256' })
  return Buffer.from(forge.asn1.toDer(mixed).getBytes(), 'latin1')
}

describe('The key of the seal', () => {
  it('says whose it is, until when, and that nobody else vouches for it', async () => {
    const seal = await readSeal({ at: AT, p12: p12(), passphrase })
    expect(seal).toEqual({
      fingerprint: expect.stringMatching(/^[\da-f]{64}$/),
      isSelfSigned: true,
      issuer: 'Segel Hanzamas',
      subject: 'Segel Hanzamas',
      validFrom: new Date('2026-01-01T00:00:00Z'),
      validUntil: new Date('2027-01-01T00:00:00Z'),
    })
  })

  it('of a demo fits the settings of a shop for five years', async () => {
    const made = makeSealSettings({ at: AT, name: 'Toko' })
    const key = {
      p12: Buffer.from(made.SPK_SEAL_P12, 'base64'),
      passphrase: made.SPK_SEAL_PASSPHRASE,
    }
    const { validUntil } = await readSeal({ at: new Date('2031-11-22T02:59:59Z'), ...key })
    expect(validUntil).toEqual(new Date('2031-11-22T03:00:00Z'))
    expect(makeSealSettings({ at: AT, name: 'Toko' })).not.toEqual(made)
  })

  it('is refused with another passphrase', async () => {
    await expect(readSeal({ at: AT, p12: p12(), passphrase: 'salah' })).rejects.toMatchObject({
      code: 'seal.keyPassphrase',
    })
    await expect(readSeal({ at: AT, p12: p12(), passphrase: '' })).rejects.toMatchObject({
      code: 'seal.keyPassphrase',
    })
  })

  it('is refused after its time and before it, with the day', async () => {
    const key = { p12: p12(), passphrase }
    const late = readSeal({ at: new Date('2027-01-01T00:00:01Z'), ...key })
    await expect(late).rejects.toMatchObject({
      code: 'seal.keyExpired',
      details: { until: { en: '1 January 2027', id: '1 Januari 2027' } },
    })
    const early = readSeal({ at: new Date('2025-12-31T23:59:59Z'), ...key })
    await expect(early).rejects.toMatchObject({ code: 'seal.keyNotYetValid' })
  })

  it('is refused when it is no key at all, or half of one', async () => {
    const whole = p12()
    for (const bytes of [
      new Uint8Array(),
      Buffer.from('bukan kunci'),
      whole.subarray(0, whole.length - 200),
    ]) {
      await expect(readSeal({ at: AT, p12: bytes, passphrase })).rejects.toMatchObject({
        code: 'seal.keyUnreadable',
      })
    }
  })

  it('is refused when its certificate belongs to another key', async () => {
    const strangers = swapCertificates(p12(), p12())
    await expect(readSeal({ at: AT, p12: strangers, passphrase })).rejects.toMatchObject({
      code: 'seal.keyUnfit',
    })
  })

  it('is refused when it is too short to be trusted', async () => {
    const short = p12({ bits: 1_024 })
    await expect(readSeal({ at: AT, p12: short, passphrase })).rejects.toMatchObject({
      code: 'seal.keyUnfit',
    })
  })
})
