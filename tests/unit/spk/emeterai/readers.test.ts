import { PDF } from '@libpdf/core'
import { beforeAll, describe, expect, it } from 'vitest'

import { issueDocument } from '../../../support/emeterai/documents'
import { askProgram, hasProgram } from '../../../support/emeterai/oracles'
import { openScene, type Scene, serial } from '../../../support/emeterai/scene'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
}, 60_000)

const files = () =>
  Promise.all([
    scene.stamp(),
    scene.stamp({ isEndless: false }),
    issueDocument({ useObjectStreams: true }).then((bytes) => scene.stamp({}, bytes)),
  ])

describe('the stamps that tests are made of are real signatures', () => {
  it.skipIf(!hasProgram('pdfsig'))('to poppler', async () => {
    for (const stamped of await files()) {
      const said = askProgram('pdfsig', stamped, ['-nocert'])
      expect(said).toContain('Signature is Valid')
      expect(said).toContain(`Emet${serial}`)
      expect(said).toContain('ETSI.CAdES.detached')
    }
  })

  it.skipIf(!hasProgram('qpdf'))('in files that qpdf finds whole', async () => {
    for (const stamped of await files()) {
      expect(askProgram('qpdf', stamped, ['--check'])).toContain('No syntax')
    }
  })

  it('in fields that another reader lists', async () => {
    for (const stamped of await files()) {
      const pdf = await PDF.load(stamped)
      expect(
        pdf
          .getForm()
          ?.getFields()
          .map(({ name }) => name),
      ).toEqual([`Emet${serial}`])
    }
  })
})
