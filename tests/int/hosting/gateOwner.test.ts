import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'

import { addDays, clock } from '@/plugin/kernel/time'
import { safeNext } from '@/storefront/account/parse'
import { freezeOn, makeContractDesk, START } from '../../support/contracts'
import { makeServices } from '../../support/hostingAccounts'
import type { LoggedIn } from '../../support/people'
import { useShop } from '../../support/useShop'
import { comeAs } from '../../support/visitor'

vi.mock('next/headers', async () => (await import('../../support/visitor')).nextHeaders)
vi.mock('next/navigation', async () => (await import('../../support/visitor')).nextNavigation)
vi.mock('next-intl/server', async () => (await import('../../support/visitor')).nextIntlServer)

const inUse = useShop()
const desk = makeContractDesk(inUse)
const { clear, make } = makeServices(() => inUse.shop.payload)

const route = {} as { GET: (request: Request, args: object) => Promise<Response> }

beforeAll(async () => {
  await desk.enter()
  Object.assign(route, await import('@/app/(store)/[locale]/masuk-bayar/route'))
})
afterEach(async () => {
  clock.release()
  await clear()
})

const DUE = 31

const press = async (
  query: string,
  by?: LoggedIn,
  locale = 'id',
): Promise<{ status: number; to: null | string }> => {
  comeAs(by)
  const request = new Request(`https://toko.example/masuk-bayar${query}`)
  const response = await route.GET(request, { params: Promise.resolve({ locale }) })
  return { status: response.status, to: response.headers.get('location') }
}

describe('"Masuk & bayar" on the page of a suspended site', () => {
  it('leads its owner to his choice while he is in arrears, and to his order otherwise', async () => {
    const { customer, token } = await desk.running('4x')
    await make({ hosts: ['situs.example'], token, wanted: 'off' })
    expect(await press('?host=situs.example', customer)).toEqual({
      status: 303,
      to: `/pesanan/${token}`,
    })
    await desk.sweepThrough(DUE, DUE + 3)
    freezeOn(DUE + 3, 12)
    expect(addDays(START, DUE)).not.toBe(START)
    const choice = `/pesanan/${token}/tunggakan`
    expect((await press('?host=situs.example', customer)).to).toBe(choice)
    expect((await press('?host=WWW.situs.example.', customer)).to).toBe(choice)
    expect((await press('?host=situs.example', customer, 'en')).to).toBe(`/en${choice}`)
  })

  it('tells strangers and guests the same of every site, ours or not', async () => {
    const { token } = await desk.running('4x')
    await make({ hosts: ['situs.example'], token, wanted: 'off' })
    for (const host of ['situs.example', 'bukan-kami.example']) {
      const login = `/akun?lanjut=${encodeURIComponent(`/masuk-bayar?host=${host}`)}`
      expect((await press(`?host=${host}`)).to).toBe(login)
      expect((await press(`?host=${host}`, desk.people.other)).to).toBe('/akun')
    }
  })

  it('leads back here after the login, and nowhere else', () => {
    expect(safeNext('/masuk-bayar?host=www.situs.example')).toBe(
      '/masuk-bayar?host=www.situs.example',
    )
    for (const odd of [
      '/masuk-bayar?host=//jahat.example',
      '/masuk-bayar?host=a&b=c',
      '/masuk-bayar',
    ]) {
      expect(safeNext(odd)).toBe('/akun')
    }
  })

  it.each([
    '',
    '?host=',
    '?host=%00',
    '?host=//jahat.example/',
    '?host=https://jahat.example',
    '?host=a%0d%0ab',
  ])('with %j in place of a name leads to the account', async (query) => {
    expect(await press(query)).toEqual({ status: 303, to: '/akun' })
  })
})
