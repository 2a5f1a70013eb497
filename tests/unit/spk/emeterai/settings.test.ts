import { beforeAll, describe, expect, it } from 'vitest'

import { METERAI_SERIAL, OFFICIAL_CHECKS, readRoots } from '@/plugin/spk/emeterai'

import { openScene, type Scene } from '../../../support/emeterai/scene'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
}, 60_000)

describe('pinned roots', () => {
  it('may stand one by one or several in one text', () => {
    const { roots } = scene.authority
    const names = readRoots(roots).map(({ subject }) => subject)
    expect(names).toHaveLength(2)
    expect(readRoots([roots.join('\n')]).map(({ subject }) => subject)).toEqual(names)
  })

  it.each([
    ['is empty', ''],
    ['is prose', 'Root CA Indonesia'],
    ['is cut', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----'],
  ])('are refused at start when one %s, by its place in the list', (_, wrong) => {
    expect(() => readRoots([...scene.authority.roots, wrong])).toThrow('e-Meterai root 3')
  })
})

describe('the serial', () => {
  it.each([
    ['5K7TQ0WZ1XM94B2HGD8RVC', true],
    ['1234567890123456789012', true],
    ['5K7TQ0WZ1XM94B2HGD8RV', false],
    ['5K7TQ0WZ1XM94B2HGD8RVCC', false],
    ['5k7tq0wz1xm94b2hgd8rvc', false],
    ['5K7TQ0WZ1XM94B2HGD8RV ', false],
  ])('%s is one: %s', (text, isOne) => {
    expect(METERAI_SERIAL.test(text)).toBe(isOne)
  })
})

describe('the official checks', () => {
  it('are those of Peruri and of the ministry, explained in both languages', () => {
    expect(OFFICIAL_CHECKS.map(({ url }) => url)).toEqual([
      'https://verification.peruri.co.id',
      'https://tte.kominfo.go.id/verifyPDF',
    ])
    for (const { how } of OFFICIAL_CHECKS) {
      expect(how.id).not.toBe('')
      expect(how.en).not.toBe(how.id)
    }
  })
})
