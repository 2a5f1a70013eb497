import { createStampAdapter } from '@/plugin/adapters/stamp'
import type { SpkLayout } from '@/plugin/spk/document'

import { demoPeruri } from '../../../src/config/standIns'
import { findPorts } from '../ports'

/**
 * What an admin does who affixes an e-Meterai by hand: he brings a PDF to the office of stamps, says where
 * the stamp goes, and takes the stamped file home. Here the office is the simulator.
 */
export const stampAtOffice = async (args: {
  bytes: Uint8Array
  layout: SpkLayout
  number: string
}): Promise<Buffer> => {
  const { bytes, layout, number } = args
  const url = `http://127.0.0.1:${(await findPorts()).stamps}`
  const urls = { backendUrl: url, serialUrl: url, signUrl: url, uploadUrl: url }
  const { PERURI_PASSWORD: password, PERURI_USER: user } = demoPeruri
  const office = createStampAdapter({ id: 'peruri', password, user, ...urls })
  const document = { bytes, day: '2026-11-23', fileName: 'spk.pdf', number }
  const place = layout.boxes.find(({ kind }) => kind === 'meterai')
  const bought = await office.reserveSerial(document)
  if (!place || bought.kind !== 'ok') {
    throw new Error(`No serial: ${JSON.stringify(bought)}`)
  }
  const stamped = await office.stamp({ ...bought.value, document, isRetry: false, place })
  if (stamped.kind !== 'ok') {
    throw new Error(`No stamp: ${stamped.reason}`)
  }
  return Buffer.from(stamped.value.bytes)
}
