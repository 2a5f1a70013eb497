import { expect } from '@playwright/test'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'

import { findPorts } from '../ports'

type Login = { email: string; password?: string; role: string }

/** A product that one test may change, beside the demo shop's own. */
export type OwnProduct = { id: string; slug: string; title: string }

/** A demo account's login, as the seed wrote it down. */
export const readLogin = (wanted: string): { email: string; password: string } => {
  const seeded = JSON.parse(readFileSync('.lunas/e2e/seeded.json', 'utf8')) as { logins: Login[] }
  const login = seeded.logins.find(({ role }) => role === wanted)
  return { email: login?.email ?? '', password: login?.password ?? '' }
}

/** The demo editor's login. */
export const readEditor = (): { email: string; password: string } => readLogin('editor')

const call = async (args: {
  body: unknown
  method: 'PATCH' | 'POST'
  path: string
  token?: string
}): Promise<Record<string, unknown>> => {
  const { web } = await findPorts()
  const response = await fetch(`http://localhost:${web}/api/${args.path}`, {
    body: JSON.stringify(args.body),
    headers: {
      'Content-Type': 'application/json',
      ...(args.token ? { Authorization: `JWT ${args.token}` } : {}),
    },
    method: args.method,
  })
  const text = await response.text()
  expect(response.ok, `${args.path}: ${text.slice(0, 300)}`).toBe(true)
  return JSON.parse(text) as Record<string, unknown>
}

const signIn = async (): Promise<string> => {
  const { token } = await call({ body: readEditor(), method: 'POST', path: 'staff/login' })
  return String(token)
}

const textNode = { detail: 0, format: 0, mode: 'normal', style: '', type: 'text', version: 1 }
const block = { direction: 'ltr', format: '', indent: 0, version: 1 }
const prose = {
  root: {
    ...block,
    children: [
      {
        ...block,
        children: [{ ...textNode, text: 'Hanya untuk uji coba.' }],
        textFormat: 0,
        type: 'paragraph',
      },
    ],
    type: 'root',
  },
}

/** Puts a product on sale that no other test knows. */
export const publishProduct = async (price: number): Promise<OwnProduct> => {
  const title = `Uji ${randomUUID().slice(0, 8)}`
  const body = {
    _status: 'published',
    afterPayment: 'Kami menghubungi Anda.',
    description: prose,
    kind: 'consulting',
    position: 900,
    price,
    refundRule: 'Uang kembali penuh.',
    slug: title.toLowerCase().replace(' ', '-'),
    summary: 'Produk untuk uji coba.',
    title,
  }
  const token = await signIn()
  const { doc } = await call({ body, method: 'POST', path: 'products?locale=id', token })
  return { id: String((doc as { id: unknown }).id), slug: body.slug, title }
}

/** Changes a product the way the panel does: a new price, or off sale as a draft. */
export const changeProduct = async (
  product: OwnProduct,
  changes: { _status?: 'draft'; price?: number; title?: string },
  query = '',
): Promise<void> => {
  const path = `products/${product.id}?locale=id${query}`
  const body = { _status: 'published', ...changes }
  await call({ body, method: 'PATCH', path, token: await signIn() })
}

/** Takes a product off sale. */
export const unpublish = (product: OwnProduct): Promise<void> =>
  changeProduct(product, { _status: 'draft' })
