import { P12Signer, PDF } from '@libpdf/core'
import forge from 'node-forge'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'

import { createAuthority } from '@/dev/peruri/stamping'
import { verifyEmeterai } from '@/plugin/spk/emeterai'

import { issueDocument } from '../../../support/emeterai/documents'
import { asTimeSigner, now, openScene, type Scene, serial } from '../../../support/emeterai/scene'
import { pastePicture } from '../../../support/emeterai/tamper'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
}, 60_000)

const year = (days: number) => new Date(now.getTime() + days * 86_400_000)

const says = (text: string) =>
  expect.arrayContaining([
    expect.objectContaining({ en: expect.stringContaining(text) as unknown }),
  ])

describe('a stamp on the issued document', () => {
  it('is valid, and the report says which one, whose, when and where', async () => {
    expect(await scene.ask(await scene.stamp())).toEqual({
      environment: 'PROD',
      isPrefix: true,
      notes: [],
      rect: { heightMm: 19.05, page: 2, widthMm: 19.05, xMm: 141.11, yMm: 242.67 },
      serial,
      signedAt: now,
      signer: 'Meterai Elektronik 10000',
      verdict: 'VALID',
    })
  })

  it.each([
    ['in BER with unknown lengths', { isEndless: true }],
    ['in DER', { isEndless: false }],
    ['with proofs behind it', { hasProofs: true }],
    ['without proofs', { hasProofs: false }],
    ['with its authorities among the proofs alone', { hasChain: false }],
    ['with a field of another name', { field: 'Signature1' }],
  ])('is valid %s', async (_, wish) => {
    expect(await scene.ask(await scene.stamp(wish))).toMatchObject({ serial, verdict: 'VALID' })
  })

  it('is valid in a file whose tables are streams', async () => {
    const issued = await issueDocument({ useObjectStreams: true })
    const stamped = await scene.stamp({}, issued)
    expect(await scene.ask(stamped, { issued })).toMatchObject({ isPrefix: true, verdict: 'VALID' })
  })

  it('without a timestamp is valid, and its time is only claimed', async () => {
    const report = await scene.ask(await scene.stamp({ isTimed: false }))
    expect(report).toMatchObject({ notes: says('timestamp'), signedAt: now, verdict: 'VALID' })
  })

  it('stays valid after its signer has expired, because the timestamp is proven', async () => {
    const stamped = await scene.stamp()
    expect(await scene.ask(stamped, { now: year(500) })).toMatchObject({ verdict: 'VALID' })
  })

  it('is no longer known after its signer has expired when nobody proves the time', async () => {
    const stamped = await scene.stamp({ isTimed: false })
    const late = await scene.ask(stamped, { now: year(500) })
    expect(late).toMatchObject({ verdict: 'VALID_UNKNOWN_CA' })
  })

  it('from a day that has not come is broken', async () => {
    const stamped = await scene.stamp({ at: year(3) })
    expect(await scene.ask(stamped)).toMatchObject({ verdict: 'BROKEN' })
  })
})

describe('whose stamp it is', () => {
  it('is unknown when no pinned root stands above the signer', async () => {
    const other = createAuthority({ bits: 1_024, environment: 'production', now })
    for (const roots of [[], other.roots]) {
      expect(await scene.ask(await scene.stamp(), { roots })).toMatchObject({
        environment: 'UNKNOWN',
        notes: says('issuer'),
        verdict: 'VALID_UNKNOWN_CA',
      })
    }
  })

  it('is unknown when nothing leads from the signer to the root', async () => {
    const stamped = await scene.stamp({ hasChain: false, hasProofs: false })
    expect(await scene.ask(stamped)).toMatchObject({ verdict: 'VALID_UNKNOWN_CA' })
  })

  it('is unknown when a trusted signer is none of e-Meterai', async () => {
    const stamped = await scene.stamp({ authority: asTimeSigner(scene.authority) })
    expect(await scene.ask(stamped)).toMatchObject({ verdict: 'VALID_UNKNOWN_CA' })
  })

  it('is a specimen of the test service, which never passes but in a demo', async () => {
    const authority = createAuthority({ bits: 1_024, environment: 'staging', now })
    const stamped = await scene.stamp({ authority })
    const { roots } = authority
    expect(await scene.ask(stamped, { roots })).toMatchObject({
      environment: 'STAGING',
      notes: says('specimen'),
      verdict: 'STAGING_SPECIMEN',
    })
    expect(await scene.ask(stamped, { acceptsStaging: true, roots })).toMatchObject({
      environment: 'STAGING',
      verdict: 'VALID',
    })
    expect(await scene.ask(stamped, { acceptsStaging: true })).toMatchObject({
      verdict: 'VALID_UNKNOWN_CA',
    })
  })

  it('cannot be asked with a root that is no certificate', async () => {
    const asked = scene.ask(scene.issued, { roots: ['-----BEGIN CERTIFICATE-----'] })
    await expect(asked).rejects.toThrow('e-Meterai root 1')
  })
})

describe('a file without a stamp', () => {
  it('bears none when it is the issued one', async () => {
    const report = await scene.ask(scene.issued)
    expect(report).toMatchObject({ isPrefix: true, serial: null, verdict: 'NONE' })
  })

  it('bears only a picture when something square was pasted', async () => {
    expect(await scene.ask(await pastePicture(scene.issued))).toMatchObject({
      notes: says('picture'),
      verdict: 'IMAGE_ONLY',
    })
  })

  it.each([
    ['far too large', { points: 200 }],
    ['far too small', { points: 12 }],
    ['of too few pixels', { pixels: 16 }],
  ])('bears none when the picture is %s', async (_, picture) => {
    const report = await scene.ask(await pastePicture(scene.issued, picture))
    expect(report).toMatchObject({ verdict: 'NONE' })
  })

  it('bears none when the picture stood in the issued document', async () => {
    const issued = await pastePicture(scene.issued)
    expect(await scene.ask(issued, { issued })).toMatchObject({ verdict: 'NONE' })
  })

  it('that is a scan is told that a scanned stamp is only a picture', async () => {
    const document = await PDFDocument.create()
    const pixel =
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII='
    const picture = await document.embedPng(Buffer.from(pixel, 'base64'))
    const page = document.addPage([595, 842])
    page.drawImage(picture, { height: 842, width: 595, x: 0, y: 0 })
    const report = await scene.ask(await document.save())
    expect(report).toMatchObject({ isPrefix: false, notes: says('scanned'), verdict: 'NONE' })
  })

  it('may be signed by somebody else, which is said', async () => {
    const { key, certificate } = scene.authority.time
    const chain = [forge.pki.certificateFromPem(certificate)]
    const p12 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), chain, 'word')
    const bytes = Buffer.from(forge.asn1.toDer(p12).getBytes(), 'latin1')
    const pdf = await PDF.load(scene.issued)
    const signer = await P12Signer.create(bytes, 'word')
    const { bytes: signed } = await pdf.sign({ signer, subFilter: 'ETSI.CAdES.detached' })
    const report = await scene.ask(signed)
    expect(report).toMatchObject({ notes: says('not an e-Meterai'), verdict: 'NONE' })
    // The other library has put an engine of its own into the process by now.
    expect(await scene.ask(await scene.stamp())).toMatchObject({ verdict: 'VALID' })
  })
})

describe('a stamp on another document', () => {
  it('is a good stamp, and the file is not ours', async () => {
    const other = await issueDocument({ text: 'PERJANJIAN LAIN' })
    expect(await scene.ask(await scene.stamp({}, other))).toMatchObject({
      isPrefix: false,
      notes: says('does not begin'),
      verdict: 'VALID',
    })
  })

  it('has no beginning in common with nothing at all', async () => {
    const report = await scene.ask(await scene.stamp(), { issued: new Uint8Array() })
    expect(report).toMatchObject({ isPrefix: false })
  })
})

describe('where the stamp stands', () => {
  const turned = async (rotate: number) => {
    const document = await PDFDocument.load(await issueDocument({ pages: 1 }))
    const page = document.getPage(0)
    page.setCropBox(20, 30, 500, 700)
    page.setRotation({ angle: rotate, type: 'degrees' } as Parameters<typeof page.setRotation>[0])
    const issued = await document.save({ useObjectStreams: false })
    const stamped = await scene.stamp({ page: 1, rect: [120, 130, 192, 166] }, issued)
    const { rect } = await verifyEmeterai({
      acceptsStaging: false,
      issued,
      now,
      roots: scene.authority.roots,
      stamped,
    })
    return rect
  }

  // The stamp is 72 × 36 points, 100 points from the left of what is shown and 100 from its bottom.
  it.each([
    [0, { heightMm: 12.7, widthMm: 25.4, xMm: 35.28, yMm: 198.97 }],
    [90, { heightMm: 25.4, widthMm: 12.7, xMm: 35.28, yMm: 35.28 }],
    [180, { heightMm: 12.7, widthMm: 25.4, xMm: 115.71, yMm: 35.28 }],
    [270, { heightMm: 25.4, widthMm: 12.7, xMm: 198.97, yMm: 115.71 }],
  ])('is told as people see the page, turned by %i° and cropped', async (rotate, rect) => {
    expect(await turned(rotate)).toEqual({ page: 1, ...rect })
  })
})
