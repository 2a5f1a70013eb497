import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { isAddress } from '@/storefront/address'
import { JsonLd } from '@/storefront/components/JsonLd'
import { localPath, toStoreLocale } from '@/storefront/i18n/locales'
import en from '@/storefront/messages/en.json'
import id from '@/storefront/messages/id.json'
import { whatsappLink } from '@/storefront/whatsappLink'

type Texts = { [name: string]: string | Texts }

const flatten = (texts: Texts, prefix = ''): [string, string][] =>
  Object.entries(texts).flatMap(([name, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${name}`, value] as [string, string]]
      : flatten(value, `${prefix}${name}.`),
  )

const slotsOf = (text: string): string[] => (text.match(/\{\w+\}|<\w+>/g) ?? []).toSorted()

describe('the two languages', () => {
  const indonesian = new Map(flatten(id))
  const english = new Map(flatten(en))

  it('have the same texts', () => {
    expect([...english.keys()].toSorted()).toEqual([...indonesian.keys()].toSorted())
  })

  it.each([...indonesian.keys()])('%s has the same slots and is not empty', (name) => {
    const [a = '', b = ''] = [indonesian.get(name), english.get(name)]
    expect(slotsOf(b)).toEqual(slotsOf(a))
    expect(a.trim() && b.trim()).not.toBe('')
  })
})

describe('addresses', () => {
  it('stand at the root in Indonesian and under /en in English', () => {
    expect(localPath({ locale: 'id', path: '/produk' })).toBe('/produk')
    expect(localPath({ locale: 'en', path: '/produk' })).toBe('/en/produk')
    expect(localPath({ locale: 'en', path: '/' })).toBe('/en')
    expect(toStoreLocale('fr')).toBe('id')
  })

  it('are small letters, digits and single hyphens', () => {
    expect(isAddress('analisis-keamanan-web')).toBe(true)
    for (const wrong of ['', 'A', 'a--b', '-a', 'a/b', 'a.b', 'x'.repeat(81)]) {
      expect(isAddress(wrong)).toBe(false)
    }
  })

  it('of WhatsApp hold digits only and an encoded draft', () => {
    expect(whatsappLink({ number: '+62 812-3456', text: 'Halo & apa kabar?' })).toBe(
      'https://wa.me/628123456?text=Halo%20%26%20apa%20kabar%3F',
    )
  })
})

it('facts for search engines cannot end their script', () => {
  const html = renderToStaticMarkup(JsonLd({ facts: { name: '</script><script>alert(1)' } }))
  expect(html.match(/<\/script>/g)).toHaveLength(1)
  expect(html).toContain('\\u003c/script>')
})
