import type { AdminViewServerProps, PayloadRequest, ServerProps } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { cloneElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'

import { slugsOf, sql } from '@/plugin/kernel/payload'
import { clock } from '@/plugin/kernel/time'
import { SpkLink } from '@/plugin/spk/admin/SpkLink'
import { SpkQueueView } from '@/plugin/spk/admin/SpkQueueView'
import { SpkView } from '@/plugin/spk/admin/SpkView'
import { addSpkViews, findSpkTodos } from '@/plugin/spk/panel'

import { readRows } from '../../support/books'
import { freezeOn, makeContractDesk } from '../../support/contracts'
import type { LoggedIn } from '../../support/people'
import { NIK } from '../../factories/spkContent'
import { makeSpkStaffDesk, RED } from '../../support/spkStaffDesk'
import { useShop } from '../../support/useShop'

// The frame of the panel brings style sheets, which Node cannot read; its forms need a browser.
vi.mock('@payloadcms/next/templates', () => ({
  DefaultTemplate: ({ children }: { children: ReactElement }) => children,
}))
vi.mock('@payloadcms/ui', () => ({
  toast: {},
  useAuth: () => ({ user: { role: 'admin' } }),
  useConfig: () => ({ config: { routes: { api: '/api' } } }),
  useStepNav: () => ({ setStepNav: () => undefined }),
  useTranslation: () => ({ i18n: { language: 'id' } }),
}))
vi.mock('next/navigation', async (original) => ({
  ...(await original<object>()),
  useRouter: () => ({ refresh: () => undefined }),
}))

const inUse = useShop()
const desk = makeContractDesk(inUse)
const spks = makeSpkStaffDesk(inUse, desk)
let tempel = ''
let eFirst = ''

beforeAll(async () => {
  await desk.enter([], true)
  tempel = await spks.template()
  eFirst = await spks.template({ mode: 'e-first', name: 'Naskah e-Meterai' })
})
beforeEach(() => void freezeOn(0))
afterAll(() => {
  clock.release()
})

/** Renders what waits inside, too: React does it by itself, a test has to. */
const settle = async (node: unknown): Promise<unknown> => {
  if (Array.isArray(node)) {
    return Promise.all(node.map(settle))
  }
  if (typeof node !== 'object' || node === null || !('props' in node)) {
    return node
  }
  const { props, type } = node as { props: Record<string, unknown>; type: unknown }
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction') {
    return settle(await (type as (given: unknown) => Promise<unknown>)(props))
  }
  const children = await settle(props.children)
  const all = (Array.isArray(children) ? children : [children]) as ReactNode[]
  return children === undefined ? node : cloneElement(node as ReactElement, {}, ...all)
}

const requestOf = async (by: LoggedIn | undefined, language: string): Promise<PayloadRequest> =>
  ({
    i18n: { language },
    payload: inUse.shop.payload,
    user: (await inUse.shop.payload.auth({ headers: new Headers(by?.headers) })).user,
  }) as unknown as PayloadRequest

const open = async (
  view: (props: AdminViewServerProps) => unknown,
  by?: LoggedIn,
  asked: { id?: string; language?: string; query?: Record<string, string> } = {},
): Promise<string> => {
  const req = await requestOf(by, asked.language ?? 'id')
  const params = { segments: ['spk', ...(asked.id ? [asked.id] : [])] }
  const props = { initPageResult: { req }, params, searchParams: asked.query ?? {} }
  try {
    const page = await settle(view(props as unknown as AdminViewServerProps))
    return renderToStaticMarkup(page as ReactElement)
  } catch (error) {
    return String((error as { digest?: string }).digest ?? error)
  }
}

const show = (id: string, language = 'id'): Promise<string> =>
  open(SpkView, desk.people.admin, { id, language })

describe('The pages about agreements', () => {
  it('open to admins and owners; everybody else is led to the login', async () => {
    const { customer, spk } = await spks.draft()
    for (const view of [SpkQueueView, SpkView]) {
      for (const by of [undefined, customer, desk.people.editor]) {
        expect(await open(view, by, { id: spk })).toMatch(/^NEXT_REDIRECT;.*;\/admin\/login;/)
      }
      for (const by of [desk.people.admin, desk.people.owner]) {
        expect(await open(view, by, { id: spk })).toContain('<h1>')
      }
    }
  })

  it('have a link in the menu for those who may see them', async () => {
    const see = async (by?: LoggedIn) => {
      const { i18n, payload, user } = await requestOf(by, 'id')
      const link = SpkLink({ i18n, payload, user } as unknown as ServerProps)
      return link ? renderToStaticMarkup(link) : ''
    }
    expect(await see(desk.people.admin)).toContain('href="/admin/spk"')
    expect(await see(desk.people.editor)).toBe('')
    expect(await see()).toBe('')
  })

  it('are added beside what the project has', () => {
    const config = addSpkViews({
      admin: { components: { afterNavLinks: ['own'], views: {} } },
    } as never)
    expect(Object.values(config.admin?.components?.views ?? {}).map((view) => view?.path)).toEqual([
      '/spk',
      '/spk/:id',
    ])
    expect(config.admin?.components?.afterNavLinks).toHaveLength(2)
  })

  it('put every look at personal data on record, once in ten minutes for each who looks', async () => {
    const at = freezeOn(0)
    const { spk } = await spks.filled({ template: tempel })
    const looks = async () =>
      readRows(
        inUse.shop.payload,
        sql`select by_name as by, by_role as role, file, what from spk_accesses where spk_id = ${spk}
          order by at, by_role`,
      )
    expect(await show(spk)).toContain('Budi Santoso')
    await show(spk)
    await open(SpkView, desk.people.owner, { id: spk })
    const [first, second] = ['admin', 'owner'].map((role) => ({
      by: `Si ${role}`,
      file: 'panel',
      role,
      what: 'looked',
    }))
    expect(await looks()).toEqual([first, second])
    clock.freeze(new Date(at.getTime() + 11 * 60_000))
    expect(await show(spk)).toContain('Melihat')
    expect(await looks()).toEqual([first, second, first])
  })

  it('are the only place where staff read them: the API leaves them out', async () => {
    const { spk } = await spks.agreed({ template: tempel })
    const ask = async (path: string): Promise<string> => {
      const url = `${inUse.shop.url}/api/${path}`
      const answer = await fetch(url, { headers: desk.people.owner.headers })
      expect(answer.status).toBe(200)
      return answer.text()
    }
    const { spkEditions, spks: slug } = slugsOf(inUse.shop.payload)
    const told = [
      await ask(`${slug}/${spk}?depth=0`),
      await ask(`${spkEditions}?depth=0&where[spk][equals]=${spk}`),
    ]
    expect(told.join('')).toContain(spk)
    expect(told.join('')).not.toMatch(/Jalan Merdeka|"identity"|"content"/)
  })

  it('say that there is nothing at an address that names nothing', async () => {
    for (const id of [crypto.randomUUID(), 'bukan-id']) {
      expect(await show(id)).toContain('404')
    }
  })
})

describe('The queue', () => {
  it('shows what waits for us, the longest first; the rest by filter', async () => {
    freezeOn(1)
    const { order, spk } = await spks.filled({ template: tempel })
    const queue = (query: Record<string, string> = {}) =>
      open(SpkQueueView, desk.people.admin, { query })
    const link = `/admin/spk/${spk}`
    expect(await queue()).toContain(link)
    expect(await queue()).toContain(order.number)
    await spks.act(spk, 'propose')
    expect(await queue()).not.toContain(link)
    expect(await queue({ tampil: 'customer' })).toContain(link)
    expect(await queue({ tampil: 'customer' })).toContain('Diperiksa pelanggan')
    freezeOn(4)
    expect(await queue({ tampil: 'customer' })).toContain('3 hari')
  })

  it('shows each of us what he looks after', async () => {
    const { spk } = await spks.filled({ template: tempel })
    const mine = () =>
      open(SpkQueueView, desk.people.admin, { query: { milik: 'saya', tampil: 'all' } })
    expect(await mine()).not.toContain(spk)
    await spks.act(spk, 'handover', { note: 'Untuk Anda', to: desk.people.admin.id })
    const page = await mine()
    expect(page).toContain(spk)
    expect(page).toContain('href="/admin/spk?tampil=all"')
    expect(page).toContain('href="/admin/spk?tampil=all&amp;milik=saya"')
  })

  it('counts what waits for the board of what needs action', async () => {
    const count = async () => (await findSpkTodos(inUse.shop.payload)).map((todo) => todo.count)
    const [review = 0] = await count()
    await spks.reviewable({ template: tempel })
    expect((await count())[0]).toBe(review + 1)
  })
})

describe('The page of an agreement', () => {
  it('lets staff fill in a draft, and names what is missing', async () => {
    const { spk } = await spks.draft()
    const page = await show(spk)
    expect(page).toContain('Yang masih kurang sebelum dikirim')
    expect(page).toContain('NIK masih kosong.')
    expect(page).toContain('Simpan draf')
    expect(page).toContain(`/api/spks/${spk}/preview`)
    expect(page).toContain('Serahkan')
  })

  it('shows the customer, the masked NIK and never the whole one', async () => {
    const { order, spk } = await spks.filled({ template: tempel })
    const page = await show(spk)
    expect(page).toContain(order.number)
    expect(page).toContain('31••••••••••••01')
    expect(page).toContain('Tampilkan NIK')
    expect(page).not.toContain(NIK)
    expect(page).not.toContain('Yang masih kurang')
  })

  it('offers the upload of the stamped file where the stamp comes first, sending where not', async () => {
    const first = await spks.issued({ template: eFirst })
    const page = await show(first.spk)
    expect(page).toContain('Dokumen ber-e-Meterai (PDF)')
    expect(page).not.toContain('Kirim untuk ditandatangani')
    expect(page).not.toContain('Tetap pakai berkas ini')
    const other = await show((await spks.issued({ template: tempel })).spk)
    expect(other).toContain('Kirim untuk ditandatangani')
    expect(other).not.toContain('Dokumen ber-e-Meterai (PDF)')
  })

  it('puts the issued page beside the returned one, with findings in words and a list to tick', async () => {
    const { sha256, spk } = await spks.reviewable({ findings: [RED], template: tempel })
    const page = await show(spk)
    expect(page).toContain(`/api/spks/${spk}/issued/1`)
    expect(page).toContain('tidak memenuhi ketentuan tanda tangan basah')
    expect(page).toContain('Ada gambar di kotak tanda tangan.')
    expect(page).toContain('Alasan Anda tetap menerima')
    expect(
      page.match(/type="checkbox"[^>]*value="(?:challenge|meterai|name|pages|wetInk)"/g),
    ).toHaveLength(5)
    for (const button of ['Terima', 'Tolak', 'Minta foto langsung']) {
      expect(page).toContain(button)
    }
    expect(page).toContain(sha256.slice(0, 16))
    expect(page).not.toMatch(/palsu/i)
  })

  it('asks for no reason where nothing is red, and decides nothing once it is confirmed', async () => {
    const { spk } = await spks.reviewable({ template: tempel })
    expect(await show(spk)).not.toContain('Alasan Anda tetap menerima')
    await spks.accept(spk)
    const page = await show(spk)
    expect(page).not.toContain('Minta foto langsung')
    expect(page).toContain('Cabut konfirmasi')
    expect(page).toContain('SPK dikonfirmasi')
  })

  it('speaks English to whoever chose it', async () => {
    const { spk } = await spks.draft()
    const page = await show(spk, 'en')
    expect(page).toContain('Still missing before it can be sent')
  })
})
