import type { CollectionConfig, Config, Field, Payload } from 'payload'
import { describe, expect, it } from 'vitest'
import { lunas } from '@/plugin'
import { nobody } from '@/plugin/kernel/payload'
import { defaultSlugs } from '@/plugin/kernel/payload/slugs'
import { lunasOptions } from '../../support/lunasOptions'

const access = { create: nobody, delete: nobody, read: nobody, update: nobody }
const ok = (): Response => new Response()
const OUR_SLUGS: string[] = Object.values(defaultSlugs)

const compose = async (
  host: Partial<Config> = {},
  changes: Parameters<typeof lunasOptions>[0] = {},
): Promise<Config> => lunas(lunasOptions(changes))(host as Config)

const collectionOf = (config: Config, slug: string): CollectionConfig => {
  const found = config.collections?.find((collection) => collection.slug === slug)
  if (!found) {
    throw new Error(`There is no ${slug}`)
  }
  return found
}

const namesOf = (fields: Field[]): string[] =>
  fields.flatMap((field) =>
    'name' in field && field.name
      ? [field.name]
      : 'tabs' in field
        ? field.tabs.flatMap((tab) => namesOf(tab.fields))
        : 'fields' in field
          ? namesOf(field.fields)
          : [],
  )

describe('What a project has of its own', () => {
  const notes: CollectionConfig = {
    slug: 'notes',
    access,
    endpoints: [{ custom: { access: 'nobody' }, handler: ok, method: 'get', path: '/x' }],
    fields: [{ name: 'text', type: 'text' }],
    hooks: { afterChange: [({ doc }) => doc as unknown] },
  }
  const calls: string[] = []
  const view = { Component: { path: '/own#View', serverProps: { role: 'owner' } }, path: '/own' }
  const host = (): Partial<Config> => ({
    admin: {
      components: {
        afterNavLinks: ['/own#Link'],
        graphics: { Logo: '/own#Logo' },
        views: { own: view as never },
      },
      meta: { titleSuffix: ' · Own' },
      user: 'people',
    },
    collections: [notes],
    custom: { own: 1 },
    endpoints: [{ custom: { access: 'public' }, handler: ok, method: 'get', path: '/own' }],
    globals: [{ slug: 'footer', access: { read: nobody, update: nobody }, fields: [] }],
    hooks: { afterError: [() => undefined] },
    i18n: { fallbackLanguage: 'en' },
    onInit: () => {
      calls.push('own')
    },
  })

  it('stays as it is, beside ours', async () => {
    const before = host()
    const config = await compose(before)
    expect(config.collections?.[0]).toBe(notes)
    expect(config.globals).toBe(before.globals)
    expect(Object.keys(config.hooks ?? {})).toEqual(['afterError'])
    expect(config.hooks?.afterError?.[0]).toBe(before.hooks?.afterError?.[0])
    expect(config.hooks?.afterError).toHaveLength(2)
    expect(config.i18n).toMatchObject(before.i18n ?? {})
    expect(config.endpoints).toEqual(expect.arrayContaining(before.endpoints ?? []))
    expect(config.custom).toMatchObject({ own: 1 })
    expect(config.admin?.user).toBe('people')
    expect(config.admin?.meta).toEqual({ titleSuffix: ' · Own' })
    const components = config.admin?.components
    expect(components?.afterNavLinks).toContain('/own#Link')
    expect(components?.graphics).toEqual({ Logo: '/own#Logo' })
    expect(components?.views?.own).toBe(view)
    for (const slug of OUR_SLUGS) {
      expect(collectionOf(config, slug).slug).toBe(slug)
    }
  })

  it('is not written into: the same project may be composed again', async () => {
    const before = host()
    const frozen = JSON.stringify(before)
    await compose(before)
    await compose(before)
    expect(JSON.stringify(before)).toBe(frozen)
    expect(before.collections).toHaveLength(1)
  })

  it('starts before our own start', async () => {
    calls.length = 0
    const config = await compose(host())
    const payload = {
      get db(): never {
        throw new Error('ours has begun')
      },
    }
    await expect(config.onInit?.(payload as unknown as Payload)).rejects.toThrow()
    expect(calls).toEqual(['own'])
  })

  it('is named when it has taken one of our slugs', async () => {
    const media: CollectionConfig = { slug: 'media', access, fields: [] }
    await expect(compose({ collections: [media] })).rejects.toThrow(
      '"media": choose another with slugs.media',
    )
    const config = await compose({ collections: [media] }, { slugs: { media: 'pictures' } })
    expect(collectionOf(config, 'pictures').upload).toBeTruthy()
  })
})

describe('An override', () => {
  it('adds a field and keeps ours', async () => {
    const config = await compose(
      {},
      {
        collections: {
          products: ({ defaultCollection }) => ({
            ...defaultCollection,
            fields: [...defaultCollection.fields, { name: 'warehouse', type: 'text' }],
          }),
        },
      },
    )
    const plain = namesOf(collectionOf(await compose(), 'products').fields)
    expect(plain).toContain('price')
    expect(namesOf(collectionOf(config, 'products').fields)).toEqual([...plain, 'warehouse'])
  })

  it('may take its time', async () => {
    const config = await compose(
      {},
      {
        collections: {
          pages: ({ defaultCollection }) =>
            Promise.resolve({ ...defaultCollection, labels: { plural: 'P', singular: 'P' } }),
        },
      },
    )
    expect(collectionOf(config, 'pages').labels?.plural).toBe('P')
  })

  it('cannot open a door by forgetting it', async () => {
    const opened = compose(
      {},
      {
        collections: {
          orders: ({ defaultCollection: { access: _, ...rest } }) => rest,
        },
      },
    )
    await expect(opened).rejects.toThrow('collection "orders": access.read')
  })
})

describe('Other slugs', () => {
  it('are used everywhere, and two collections never share one', async () => {
    const config = await compose({}, { slugs: { customers: 'pelanggan', orders: 'pesanan' } })
    const slugs = config.collections?.map(({ slug }) => slug)
    expect(slugs).toEqual(expect.arrayContaining(['pelanggan', 'pesanan']))
    expect(slugs).not.toContain('orders')
    const relations = [...JSON.stringify(config.collections).matchAll(/"relationTo":"([^"]+)"/g)]
    expect(relations.length).toBeGreaterThan(5)
    for (const [, slug] of relations) {
      expect(slugs).toContain(slug)
    }
    expect(collectionOf(config, 'pesanan').dbName).toBe('orders')
    await expect(compose({}, { slugs: { orders: 'media' } })).rejects.toThrow(
      /both media and orders/,
    )
  })
})

describe('A disabled plugin', () => {
  it('keeps the schema and does nothing else', async () => {
    const schemaOf = (config: Config): unknown =>
      config.collections?.map(({ slug, dbName, fields, versions }) => [
        slug,
        dbName,
        versions,
        namesOf(fields),
      ])
    const onInit = (): void => undefined
    const disabled = await compose({ onInit }, { disabled: true })
    expect(schemaOf(disabled)).toEqual(schemaOf(await compose()))
    expect(disabled.endpoints).toBeUndefined()
    expect(disabled.onInit).toBe(onInit)
    expect(disabled.admin).toBeUndefined()
  })
})

describe('A shop does not start when something has not said who may use it', () => {
  const people = (fields: Field[]): CollectionConfig => ({
    slug: 'people',
    access: { ...access, admin: nobody, unlock: nobody },
    auth: true,
    fields,
  })
  const hosts: [string, Partial<Config>, string][] = [
    [
      'collection',
      { collections: [{ slug: 'a', access: { read: nobody }, fields: [] }] },
      'collection "a": access.update',
    ],
    [
      'collection with versions',
      { collections: [{ slug: 'a', access, fields: [], versions: true }] },
      'collection "a": access.readVersions',
    ],
    [
      'login',
      { collections: [{ slug: 'a', access, auth: true, fields: [] }] },
      'collection "a": access.unlock',
    ],
    [
      'global',
      { globals: [{ slug: 'g', access: { read: nobody }, fields: [] }] },
      'global "g": access.update',
    ],
    [
      'endpoint',
      { endpoints: [{ handler: ok, method: 'post', path: '/y' }] },
      'config: endpoint POST /y',
    ],
    [
      'endpoint of a collection',
      {
        collections: [
          {
            slug: 'a',
            access,
            endpoints: [{ handler: ok, method: 'get', path: '/z' }],
            fields: [],
          },
        ],
      },
      'collection "a": endpoint GET /z',
    ],
    [
      'view',
      { admin: { components: { views: { v: { Component: '/v#V', path: '/v' } } } } },
      'view "v"',
    ],
    [
      'role of an account',
      {
        collections: [
          people([{ name: 'role', type: 'select', access: { create: nobody }, options: ['a'] }]),
        ],
      },
      'collection "people" field "role": access.update',
    ],
    [
      'right that travels in the session, however deep',
      {
        collections: [
          people([
            { type: 'row', fields: [{ name: 'isBoss', type: 'checkbox', saveToJWT: true }] },
          ]),
        ],
      },
      'collection "people" field "isBoss": access.create',
    ],
  ]

  it.each(hosts)('(%s)', async (_, host, fault) => {
    await expect(compose(host)).rejects.toThrow(fault)
  })

  it('and starts when all have', async () => {
    const role: Field = {
      name: 'role',
      type: 'select',
      access: { create: nobody, update: nobody },
      options: ['a'],
      saveToJWT: true,
    }
    const name: Field = { name: 'name', type: 'text', saveToJWT: true }
    const config = await compose({ collections: [people([role, name])] })
    expect(config.collections?.length).toBe(OUR_SLUGS.length + 1)
  })
})
