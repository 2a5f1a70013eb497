import { text } from 'node:stream/consumers'
import { PassThrough } from 'node:stream'

import type { ReactNode } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { runInTransaction, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { type SpkPage, spkRuntime } from '@/plugin/spk'
import type * as Acting from '@/storefront/spk/actions'
import type * as Files from '@/storefront/spk/files'
import type * as Looking from '@/storefront/spk/spk'
import type * as View from '@/storefront/components/spk/SpkView'
import { freezeOn } from '../../support/contracts'
import type { LoggedIn } from '../../support/people'
import { makeSpkDesk, pdfOf } from '../../support/spkDesk'
import { useShop } from '../../support/useShop'
import { comeAs, formOf, whereTo } from '../../support/visitor'

vi.mock('next/headers', async () => (await import('../../support/visitor')).nextHeaders)
vi.mock('next/navigation', async () => (await import('../../support/visitor')).nextNavigation)
vi.mock('next-intl/server', async () => (await import('../../support/visitor')).nextIntlServer)

const inUse = useShop()
const desk = makeSpkDesk(inUse)

/** The storefront reads its settings when it is loaded: only once the shop is open. */
const page = {} as typeof Acting & typeof Files & typeof Looking & typeof View

beforeAll(async () => {
  await desk.enter()
  Object.assign(
    page,
    await import('@/storefront/spk/actions'),
    await import('@/storefront/spk/files'),
    await import('@/storefront/spk/spk'),
    await import('@/storefront/components/spk/SpkView'),
  )
})
afterEach(() => clock.release())

const as = (by: LoggedIn | undefined): typeof page => {
  comeAs(by)
  return page
}

const formAt = (token: string, fields: Record<string, string> = {}): FormData =>
  formOf({ kind: 'order', locale: 'id', word: token, ...fields })

/** What the server sends to a browser without JavaScript. */
const drawn = (view: ReactNode): Promise<string> => {
  const out = new PassThrough()
  const { pipe } = renderToPipeableStream(view, {
    onAllReady: () => pipe(out),
    onError: (error) => {
      out.destroy(error as Error)
    },
  })
  return text(out)
}

const draw = (spk: SpkPage, word: string, news = {}, locale: 'en' | 'id' = 'id') => {
  const kind = spk.proof === 'session' ? 'order' : 'link'
  const where = { locale, place: { kind, word } } as const
  const { SpkView } = page
  return drawn(<SpkView news={news} spk={spk} where={where} />)
}

/** Confirms the agreement of another order, so that its debts count. */
const open = (token: string): Promise<void> =>
  runInTransaction(inUse.shop.payload, async (tx) => {
    const [row] = await tx.rows<{ id: string }>(sql`select id from orders where token = ${token}`)
    const { owner } = spkRuntime.get(inUse.shop.payload)
    await owner.lock(tx, row?.id ?? '')
    await owner.open(tx, row?.id ?? '')
  })

const own = async (token: string, by: LoggedIn): Promise<SpkPage> => {
  const found = await as(by).findSpk('order', token)
  if (found.kind !== 'own') {
    throw new Error(`Found ${found.kind}`)
  }
  return found.spk
}

describe('the page of an agreement', () => {
  it('is shown to its customer; a guest has to log in, others find nothing', async () => {
    const { customer, token, word } = await desk.proposed()
    expect(await as(undefined).findSpk('order', token)).toEqual({ kind: 'guest' })
    expect(await as(desk.people.other).findSpk('order', token)).toEqual({ kind: 'none' })
    expect(await as(desk.people.admin).findSpk('order', token)).toEqual({ kind: 'guest' })
    expect((await own(token, customer)).state).toBe('validating')
    expect(await as(undefined).findSpk('link', word)).toMatchObject({
      kind: 'own',
      spk: { proof: 'none' },
    })
    expect(await as(undefined).findSpk('link', 'x')).toEqual({ kind: 'none' })
    await desk.revoke((await desk.proposed()).id)
  })

  it('says that it is not confirmed yet, whose turn it is, and everything that the document says', async () => {
    const { customer, token } = await desk.proposed()
    const html = await draw(await own(token, customer), token)
    for (const text of [
      'SPK belum dikonfirmasi admin',
      'Giliran Anda',
      'Data benar',
      'Pasal 1: Objek',
      'Budi Santoso',
      '32••••••••••••01',
      'name="remark:customer.name"',
      'name="remark:clauses.objek.body"',
      'Batalkan SPK',
    ]) {
      expect(html).toContain(text)
    }
    expect(html).not.toContain('spk.')
  })

  it('asks whoever comes by a link for a code before anything else', async () => {
    const { word } = await desk.proposed()
    const found = await as(undefined).findSpk('link', word)
    const html = await draw((found as { spk: SpkPage }).spk, word)
    expect(html).toContain('Kirim kode ke email')
    expect(html).not.toContain('Saya sudah membaca')
    expect(html).not.toContain('remark:')
  })

  it('says that arrears come first, and where to choose', async () => {
    const { customer, token } = await desk.proposed()
    const spk = await own(token, customer)
    expect(await draw(spk, token)).not.toContain('menunggak')
    const other = await desk.tryOrder('4x', customer)
    await open(other.json.order.token)
    freezeOn(40)
    const html = await draw(await own(token, customer), token)
    expect(html).toContain('Selama ada tunggakan, SPK belum dapat dikonfirmasi')
    expect(html).toContain(`/pesanan/${other.json.order.token}/tunggakan`)
  })

  it('tells how to sign and where to send it, in both languages', async () => {
    const { customer, token } = await desk.signing()
    const spk = await own(token, customer)
    const html = await draw(spk, token)
    for (const text of [
      'pena biru',
      '4821',
      '200 dpi',
      'Tempel meterai',
      'action="/unggah/spk?',
      'action="/unduh/spk"',
    ]) {
      expect(html).toContain(text)
    }
    expect(await draw(spk, token, {}, 'en')).toContain('blue pen')
    for (const mode of ['e-first', 'e-last'] as const) {
      expect(await draw({ ...spk, mode }, token)).toContain('e-Meterai')
    }
  })

  it('says why a file or a signature was not accepted, in words that accuse nobody', async () => {
    const { customer, token } = await desk.signing()
    const spk = await own(token, customer)
    const html = await draw(spk, token, { kabar: 'berkas', ke: '2', sebab: 'encrypted' })
    expect(html).toContain('Berkas ke-2: Berkas dilindungi kata sandi')
    const forged = await draw(spk, token, { kabar: '<b>x</b>', sebab: 'Bayar ke rekening 123' })
    expect(forged).not.toContain('rekening 123')
    const rejected: SpkPage = {
      ...spk,
      reasons: [{ en: 'x', id: 'Kode QR tidak memenuhi ketentuan tanda tangan basah.' }],
      state: 'signatureRejected',
      wanted: 'Lihat halaman 2',
    }
    const told = await draw(rejected, token)
    expect(told).toContain('tidak memenuhi ketentuan tanda tangan basah')
    expect(told).toContain('Lihat halaman 2')
    expect(told).not.toMatch(/palsu|asli[^n]/i)
  })
})

describe('the order', () => {
  const drawOrder = async (token: string) => {
    const [{ AgreeBox, SpkCard }, { Timeline }] = [
      await import('@/storefront/components/spk/SpkCard'),
      await import('@/storefront/components/order/Timeline'),
    ]
    const order = await desk.look(token)
    return drawn(
      <>
        <SpkCard locale="id" order={order} />
        {order.nextAction === 'agree' ? <AgreeBox locale="id" /> : null}
        <Timeline locale="id" order={order} />
      </>,
    )
  }

  it('leads to its SPK instead of a payment, and the SPK stands before the money in its steps', async () => {
    const { token } = await desk.proposed()
    const html = await drawOrder(token)
    expect(html).toContain('SPK belum dikonfirmasi admin')
    expect(html).toContain(`href="/pesanan/${token}/spk"`)
    expect(html).toContain('Anda belum perlu membayar apa pun')
    const steps = ['Pesanan dibuat', 'Surat Perjanjian', 'Pembayaran', 'Hosting disiapkan']
    const places = steps.map((step) => html.lastIndexOf(`>${step}`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    await open(token)
    expect(await drawOrder(token)).not.toContain('Anda belum perlu membayar apa pun')
  })

  it('names its SPK in the list of own orders', async () => {
    const { customer, token } = await desk.signing()
    const { SpkLine } = await import('@/storefront/components/spk/SpkLine')
    const { findOwnOrders } = await import('@/storefront/account/visitor')
    const { orders } = await findOwnOrders({ customerId: customer.id, page: 1 })
    const [order] = orders
    expect(order?.spk).toMatchObject({ state: 'awaitingSignature', turn: 'customer' })
    const html = await drawn(order ? <SpkLine locale="id" order={order} /> : null)
    expect(html).toContain('Menunggu tanda tangan')
    expect(html).toContain(`/pesanan/${token}/spk`)
  })
})

describe('its buttons', () => {
  it('confirm the content that was shown', async () => {
    const { customer, hash, id, token } = await desk.proposed()
    const wrong = formAt(token, { agreed: '1', hash: 'f'.repeat(64) })
    expect(await whereTo(as(customer).confirmData(wrong))).toBe(`/pesanan/${token}/spk?kabar=habis`)
    const unticked = formAt(token, { hash })
    expect(await whereTo(as(customer).confirmData(unticked))).toBe(
      `/pesanan/${token}/spk?kabar=setujui`,
    )
    const right = formAt(token, { agreed: '1', hash, version: '1' })
    expect(await whereTo(as(customer).confirmData(right))).toBe(`/pesanan/${token}/spk?kabar=benar`)
    expect((await desk.spkOf(id))?.state).toBe('dataConfirmed')
    expect(await whereTo(as(customer).confirmData(right))).toBe(
      `/pesanan/${token}/spk?kabar=berubah`,
    )
  })

  it('send the remarks that were written, and none that were left empty', async () => {
    const { customer, id, token } = await desk.proposed()
    const empty = formAt(token, { 'remark:place': ' ' })
    expect(await whereTo(as(customer).sendRemarks(empty))).toBe(
      `/pesanan/${token}/spk?kabar=catatan`,
    )
    const form = formAt(token, { 'remark:customer.name': 'Budi S.', 'remark:place': '' })
    expect(await whereTo(as(customer).sendRemarks(form))).toBe(
      `/pesanan/${token}/spk?kabar=dicatat`,
    )
    expect((await desk.spkOf(id))?.state).toBe('revisionRequested')
    expect((await own(token, customer)).remarks).toMatchObject([
      { field: 'customer.name', text: 'Budi S.' },
    ])
  })

  it('decline with a reason only', async () => {
    const { customer, id, token } = await desk.proposed()
    const bare = formAt(token, { reason: 'x' })
    expect(await whereTo(as(customer).declineIt(bare))).toBe(`/pesanan/${token}/spk?kabar=alasan`)
    const form = formAt(token, { locale: 'en', reason: 'Anggaran berubah' })
    expect(await whereTo(as(customer).declineIt(form))).toBe(
      `/en/pesanan/${token}/spk?kabar=dibatalkan`,
    )
    expect((await desk.spkOf(id))?.state).toBe('cancelled')
  })

  it('lead a guest to the login and back, and others nowhere', async () => {
    const { hash, id, token, word } = await desk.proposed()
    const login = `/akun?lanjut=${encodeURIComponent(`/pesanan/${token}/spk`)}`
    expect(await whereTo(as(undefined).confirmData(formAt(token, { agreed: '1', hash })))).toBe(
      login,
    )
    expect(
      await whereTo(as(desk.people.other).confirmData(formAt(token, { agreed: '1', hash }))),
    ).toBe('404')
    const byLink = formOf({ agreed: '1', hash, kind: 'link', locale: 'id', word })
    expect(await whereTo(as(undefined).confirmData(byLink))).toBe(`/spk/${word}?kabar=kode-perlu`)
    expect((await desk.spkOf(id))?.state).toBe('validating')
  })

  it('send a code, and say what is wrong with one', async () => {
    const { word } = await desk.proposed()
    const form = (fields = {}) => formOf({ kind: 'link', locale: 'id', word, ...fields })
    expect(await whereTo(as(undefined).sendCode(form()))).toBe(`/spk/${word}?kabar=kode`)
    expect(await whereTo(as(undefined).enterCode(form({ code: 'abc' })))).toBe(
      `/spk/${word}?kabar=kode-salah`,
    )
  })
})

describe('without JavaScript', () => {
  const bringing = (word: string, files: File[], by?: LoggedIn) => {
    const form = new FormData()
    files.forEach((file) => form.append('files', file))
    const query = new URLSearchParams({ kind: 'order', locale: 'id', what: 'scan', word })
    const url = `http://localhost/unggah/spk?${query.toString()}`
    return as(by).takeReturn(new Request(url, { body: form, method: 'POST' }))
  }

  const pdf = new File([new Uint8Array(pdfOf('plain form'))], 'spk.pdf')

  it('the signed document goes as a plain form', async () => {
    const { customer, id, token } = await desk.signing()
    const none = await bringing(token, [], customer)
    expect([none.status, none.headers.get('location')]).toEqual([
      303,
      `/pesanan/${token}/spk?kabar=pilih`,
    ])
    const bad = await bringing(token, [new File(['MZ'], 'spk.pdf')], customer)
    expect(bad.headers.get('location')).toBe(`/pesanan/${token}/spk?kabar=berkas&ke=1&sebab=notPdf`)
    const sent = await bringing(token, [pdf], customer)
    expect(sent.headers.get('location')).toBe(`/pesanan/${token}/spk?kabar=terkirim`)
    expect(await desk.spkOf(id)).toMatchObject({ attempts: 1, state: 'analysing' })
  })

  it('of nobody else', async () => {
    const { id, token } = await desk.signing()
    expect((await bringing(token, [pdf])).headers.get('location')).toContain('/akun?lanjut=')
    expect((await bringing(token, [pdf], desk.people.other)).headers.get('location')).toContain(
      'kode-perlu',
    )
    expect((await desk.spkOf(id))?.state).toBe('awaitingSignature')
  })

  it('a document is saved by a plain form, too', async () => {
    const { customer, issuedId, token } = await desk.signing()
    const saving = (by?: LoggedIn) =>
      as(by).answerDocument(
        new Request('http://localhost/unduh/spk', {
          body: formAt(token, { file: issuedId }),
          method: 'POST',
        }),
      )
    const saved = await saving(customer)
    expect([saved.status, saved.headers.get('content-type')]).toEqual([200, 'application/pdf'])
    expect((await saving()).status).toBe(303)
    expect((await saving(desk.people.other)).status).toBe(303)
  })
})
