import type { CollectionConfig, Config } from 'payload'
import { describe, expect, it } from 'vitest'

import {
  anyone,
  assertAccessDeclared,
  findAccessFaults,
  nobody,
} from '@/plugin/kernel/payload/access'

const open: CollectionConfig['access'] = {
  create: nobody,
  delete: nobody,
  read: anyone,
  update: nobody,
}

const config = (parts: Partial<Config>): Config => ({ ...parts }) as Config
const ok = (): Response => new Response()

describe('a shop starts only when everything says who may use it', () => {
  it('passes when all is declared', () => {
    const collections = [{ slug: 'a', access: open, fields: [] }]
    expect(findAccessFaults(config({ collections }))).toEqual([])
  })

  it('names every missing rule of a collection', () => {
    const collections = [
      { slug: 'a', access: { read: anyone }, auth: true, fields: [], versions: true },
    ]
    expect(findAccessFaults(config({ collections }))).toEqual([
      'collection "a": access.create',
      'collection "a": access.update',
      'collection "a": access.delete',
      'collection "a": access.readVersions',
      'collection "a": access.unlock',
      'collection "a": access.admin',
    ])
  })

  it('names globals, endpoints and views as well', () => {
    const parts = {
      admin: { components: { views: { spk: { Component: '/spk#View', path: '/spk' as const } } } },
      collections: [
        {
          slug: 'a',
          access: open,
          endpoints: [{ handler: ok, method: 'post' as const, path: '/x' }],
          fields: [],
        },
      ],
      endpoints: [{ handler: ok, method: 'get' as const, path: '/y' }],
      globals: [{ slug: 'g', access: { read: anyone }, fields: [] }],
    }
    expect(findAccessFaults(config(parts))).toEqual([
      'collection "a": endpoint POST /x',
      'global "g": access.update',
      'config: endpoint GET /y',
      'view "spk": Component.serverProps.role',
    ])
    expect(() => assertAccessDeclared(config(parts))).toThrow(/collection "a": endpoint POST \/x/)
  })

  it('accepts marked endpoints and views', () => {
    const endpoint = {
      custom: { access: 'public' },
      handler: ok,
      method: 'get' as const,
      path: '/y',
    }
    const Component = { path: '/spk#View', serverProps: { role: 'admin' } }
    const views = { spk: { Component, path: '/spk' as const } }
    const parts = { admin: { components: { views } }, endpoints: [endpoint] }
    expect(findAccessFaults(config(parts))).toEqual([])
  })

  it('is not fooled by the rules that Payload fills in', () => {
    const defaultAccess = (): boolean => true
    const collections = [{ slug: 'a', access: { ...open, update: defaultAccess }, fields: [] }]
    expect(findAccessFaults(config({ collections }))).toEqual(['collection "a": access.update'])
  })
})
