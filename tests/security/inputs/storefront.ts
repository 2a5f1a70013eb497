import type { ConnectionPool } from '../../support/load/pool'
import type { Random } from '../../support/load/random'

import { encode, nastyHeader, nastySegment, nastyText, nastyWord } from './nasties'
import { type Form, type Nonsense, type Target } from './target'

const query = (random: Random, names: readonly string[]): string =>
  `?${random.pick(names)}${random.pick(['', '[]', '[x]'])}=${encode(nastyWord(random))}&${nastySegment(random)}=${nastySegment(random)}`

const page: Target = (random, { products, token }): Nonsense => {
  const root = random.pick(['', '', '/en', '/id', `/${nastySegment(random)}`])
  const { slug } = random.pick(products)
  const path = random.pick([
    () => `/produk/${nastySegment(random)}`,
    () => `/produk/${slug}${query(random, ['locale', 'draft', '_rsc'])}`,
    () => `/produk${query(random, ['jenis', 'q', 'page'])}`,
    () => `/pesanan/${nastySegment(random)}`,
    () => `/pesanan/${token}${query(random, ['kabar', 'locale'])}`,
    () => `/pembayaran/selesai${query(random, ['token', 'resultCode', 'merchantOrderId'])}`,
    () => `/pembayaran/selesai?token=${token}&token=${nastySegment(random)}`,
    () => `/pembayaran/gagal${query(random, ['token'])}`,
    () => `/checkout${query(random, ['produk'])}`,
    () => `/keranjang${query(random, ['x'])}`,
    () => `/pratinjau/${nastySegment(random)}/${nastySegment(random)}`,
    () => `/pratinjau${query(random, ['slug', 'locale'])}`,
    () => `/${nastySegment(random)}`,
    () => `/${nastySegment(random)}/${nastySegment(random)}`,
    () =>
      `/_next/image?url=${encode(nastyWord(random))}&w=${random.pick(['64', '0', '-1', 'x', '99999'])}&q=75`,
    () => `/api/media/file/${nastySegment(random)}`,
    () => `/sitemap.xml${query(random, ['x'])}`,
  ])()
  return {
    headers: nastyHeader(random),
    kind: `page ${path.split(/[/?]/)[1] ?? ''}`.slice(0, 24),
    path: root + path,
  }
}

const multipart = (fields: Record<string, string>): string =>
  [
    ...Object.entries(fields).map(
      ([name, value]) =>
        `--iseng\r\nContent-Disposition: form-data; name="${name.replaceAll('"', '%22')}"\r\n\r\n${value}\r\n`,
    ),
    '--iseng--\r\n',
  ].join('')

/**
 * The hidden fields by which Next finds the server action stay as they are, and so do the headers by
 * which it knows a forged post: Next itself answers 500 when those are spoilt.
 */
const form: Target = (random, { forms }): Nonsense => {
  const { fields, page: path } = random.pick(forms)
  const own = Object.keys(fields).filter((name) => !name.startsWith('$ACTION'))
  const spoilt = { ...fields }
  for (let times = 1 + random.below(3); times > 0; times--) {
    spoilt[random.pick(own)] = nastyText(random).slice(0, 60_000)
  }
  return {
    body: multipart(spoilt),
    headers: 'content-type: multipart/form-data; boundary=iseng\r\n',
    kind: `form ${path.split(/[?]/)[0]?.split('/').slice(0, 2).join('/')}`,
    method: 'POST',
    path,
  }
}

const unescape = (text: string): string =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

const attribute = (tag: string, name: string): string | undefined => {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescape(value)
}

const parseForms = (html: string, page: string): Form[] =>
  [...html.matchAll(/<form\b[\s\S]*?<\/form>/g)].flatMap(([text]) => {
    const tags = [...text.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)].map(
      ([tag]) => tag,
    )
    const named = tags.flatMap((tag): [string, string][] => {
      const name = attribute(tag, 'name')
      return name === undefined ? [] : [[name, attribute(tag, 'value') ?? 'x']]
    })
    return named.some(([name]) => name.startsWith('$ACTION'))
      ? [{ fields: Object.fromEntries(named), page }]
      : []
  })

/** The forms of the storefront, read from its pages as a browser without JavaScript gets them. */
export const findForms = async (
  pool: ConnectionPool,
  pages: readonly string[],
): Promise<Form[]> => {
  const forms: Form[] = []
  for (const path of pages) {
    const { body } = await pool.ask({ path })
    forms.push(...parseForms(body, path))
  }
  return forms
}

/** The storefront's pages and the forms on them. */
export const storefrontTargets: readonly Target[] = [page, page, page, form, form]
