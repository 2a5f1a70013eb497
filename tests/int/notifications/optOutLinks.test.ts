import { describe, expect, it } from 'vitest'

import { errorCatalogue } from '@/plugin/kernel/errors'
import { signOptOut } from '@/plugin/notifications'
import { doorOf, makeOptOutDoor, newReader, wordOf } from '../../support/optOutDoor'
import { useShop } from '../../support/useShop'

const inUse = useShop()
const { countChoices, press, wantsOptional } = makeOptOutDoor(inUse)

describe('Opening the address instead of pressing the button', () => {
  it.each(['Mozilla/5.0', 'WhatsApp/2.23', 'Slackbot-LinkExpanding 1.0', 'GoogleImageProxy'])(
    'changes nothing and leads to the page that asks: %s',
    async (agent) => {
      const address = newReader()
      const answer = await fetch(inUse.shop.url + doorOf(address), {
        headers: { 'user-agent': agent },
        redirect: 'manual',
      })
      expect(answer.status).toBe(303)
      const page = `${inUse.shop.url}/akun/berhenti?tanda=${wordOf(address)}`
      expect(answer.headers.get('location')).toBe(page)
      expect(await wantsOptional(address)).toBe(true)
    },
  )

  it('leads an English reader to the English page', async () => {
    const answer = await fetch(inUse.shop.url + doorOf(newReader()), {
      headers: { 'accept-language': 'en-GB' },
      redirect: 'manual',
    })
    expect(new URL(answer.headers.get('location') ?? '').pathname).toBe('/en/akun/berhenti')
  })

  it.each(['HEAD', 'OPTIONS', 'PUT', 'DELETE'])('changes nothing: %s', async (method) => {
    const address = newReader()
    const { status } = await fetch(inUse.shop.url + doorOf(address), { method })
    expect(status).toBeLessThan(500)
    expect(await wantsOptional(address)).toBe(true)
  })

  it('leads nowhere but to our page, whatever stands in the address', async () => {
    for (const word of ['..%2F..%2F%2Fjahat.example', 'x%0d%0aSet-Cookie:%20a=b', '%3Cscript%3E']) {
      const url = `${inUse.shop.url}/api/shop/opt-out/${word}`
      const { headers, status } = await fetch(url, { redirect: 'manual' })
      expect([303, 400]).toContain(status)
      expect(headers.get('set-cookie')).toBeNull()
      const to = headers.get('location')
      expect(to === null || to.startsWith(`${inUse.shop.url}/akun/berhenti?tanda=`)).toBe(true)
    }
  })
})

describe('A word that we did not make', () => {
  const address = newReader()
  const good = wordOf(address)
  const [name = '', signature = ''] = good.split('.')
  const other = wordOf(newReader()).split('.')

  it.each([
    ['signed by another shop', signOptOut({ address, secret: 'another secret' })],
    ['with the signature of another address', `${name}.${other[1]}`],
    ['with the address of another signature', `${other[0]}.${signature}`],
    ['cut', good.slice(0, -1)],
    ['longer by a letter', `${good}A`],
    ['longer by a signature', `${good}.${signature}`],
    ['without a signature', name],
    ['the bare address', encodeURIComponent(address)],
    ['very long', 'A'.repeat(6_000)],
    ['no text', '8J%2BY'],
    ['an emoji', '%F0%9F%98%80.x'],
  ])('is refused in both languages and changes nothing: %s', async (_what, word) => {
    const before = await countChoices()
    const { en, id, status } = errorCatalogue['message.badLink']
    for (const [language, message] of Object.entries({ en, id })) {
      const path = `/api/shop/opt-out/${word}`
      const answer = await press(path, { 'accept-language': language })
      expect([answer.status, answer.code]).toEqual([status, 'message.badLink'])
      expect(answer.json).toMatchObject({ errors: [{ message }] })
    }
    expect(await countChoices()).toBe(before)
    expect(await wantsOptional(address)).toBe(true)
  })

  it.each(['.', '%00', '%ff', '%', '%E2%80%AE', '', '/', `${good}/more`])(
    'is no address at all: “%s”',
    async (word) => {
      const { status } = await press(`/api/shop/opt-out/${word}`)
      expect([400, 404]).toContain(status)
      expect(await wantsOptional(address)).toBe(true)
    },
  )
})
