import type { Random } from '../../support/load/random'
import type { Fields } from './sign'

/** A callback as it travels. */
export type Sent = {
  body: string
  contentType: null | string
  method: string
  /** Behind the path, with its question mark; only over HTTP. */
  query?: string
}

/** Duitku's own content type. */
export const FORM = 'application/x-www-form-urlencoded'

/** Fields as Duitku writes them. */
export const encode = (fields: Fields): string => new URLSearchParams(fields).toString()

/** Fields in Duitku's own way. */
export const asForm = (fields: Fields): Sent => ({
  body: encode(fields),
  contentType: FORM,
  method: 'POST',
})

type Wrap = (args: { fields: Fields; random: Random }) => Sent

const multipart = (fields: Fields, boundary: string): string =>
  [
    ...Object.entries(fields).map(
      ([name, value]) =>
        `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
    ),
    `--${boundary}--\r\n`,
  ].join('')

const SIGNED = ['amount', 'merchantCode', 'merchantOrderId', 'signature'] as const

const shout = (text: string): string => text.toUpperCase()

const xml = (fields: Fields): string =>
  `<callback>${Object.entries(fields)
    .map(([name, value]) => `<${name}>${value}</${name}>`)
    .join('')}</callback>`

/** Genuine fields in a way that Duitku never takes. Each is refused whole. */
export const wrappings: Readonly<Record<string, Wrap>> = {
  arrays: ({ fields, random }) => {
    const name = random.pick(SIGNED)
    return asForm(
      Object.fromEntries(
        Object.entries(fields).map(([key, value]) => [key === name ? `${key}[]` : key, value]),
      ),
    )
  },
  badPercent: ({ fields, random }) => ({
    ...asForm(fields),
    body: `${encode(fields)}&x=%${random.pick(['', 'G1', 'C3%28', 'ff', 'u0041'])}`,
  }),
  delete: ({ fields }) => ({ ...asForm(fields), method: 'DELETE' }),
  empty: () => ({ body: '', contentType: FORM, method: 'POST' }),
  get: ({ fields }) => ({
    body: '',
    contentType: null,
    method: 'GET',
    query: `?${encode(fields)}`,
  }),
  json: ({ fields }) => ({
    ...asForm(fields),
    body: JSON.stringify(fields),
    contentType: 'application/json',
  }),
  jsonAsForm: ({ fields }) => ({ ...asForm(fields), body: JSON.stringify(fields) }),
  manyFields: ({ fields, random }) => ({
    ...asForm(fields),
    body: `${encode(fields)}&${Array.from({ length: 150 }, (_, at) => `f${at}=${random.below(9)}`).join('&')}`,
  }),
  multipart: ({ fields, random }) => {
    const boundary = `----lunas${random.text(12)}`
    const contentType = `multipart/form-data; boundary=${boundary}`
    return { body: multipart(fields, boundary), contentType, method: 'POST' }
  },
  nested: ({ fields }) => ({
    ...asForm(fields),
    body: encode(fields).replace('amount=', 'callback%5Bamount%5D='),
  }),
  noType: ({ fields }) => ({ ...asForm(fields), contentType: null }),
  nul: ({ fields, random }) => ({
    ...asForm(fields),
    body: encode(fields).replace(`${random.pick(SIGNED)}=`, '$&%00'),
  }),
  oversize: ({ fields, random }) => ({
    ...asForm(fields),
    body: `${encode(fields)}&additionalParam2=${'x'.repeat(16_400 + random.below(8_000))}`,
  }),
  patch: ({ fields }) => ({ ...asForm(fields), method: 'PATCH' }),
  put: ({ fields }) => ({ ...asForm(fields), method: 'PUT' }),
  queryBesideBody: ({ fields }) => ({
    ...asForm({ resultCode: '00' }),
    query: `?${encode(fields)}`,
  }),
  queryOnly: ({ fields }) => ({ ...asForm({}), query: `?${encode(fields)}` }),
  repeated: ({ fields, random }) => {
    const name = random.pick(SIGNED)
    return {
      ...asForm(fields),
      body: `${encode(fields)}&${name}=${encodeURIComponent(fields[name] ?? '')}`,
    }
  },
  repeatedInAnotherCase: ({ fields, random }) => {
    const name = random.pick(SIGNED)
    return { ...asForm(fields), body: `${shout(name)}=1&${encode(fields)}` }
  },
  semicolons: ({ fields }) => ({ ...asForm(fields), body: encode(fields).replaceAll('&', ';') }),
  text: ({ fields }) => ({ ...asForm(fields), contentType: 'text/plain' }),
  utf16: ({ fields }) => ({ ...asForm(fields), contentType: `${FORM}; charset=utf-16` }),
  xml: ({ fields }) => ({
    ...asForm(fields),
    body: xml(fields),
    contentType: 'application/xml',
  }),
}
