import type { Payload } from 'payload'

import { slugsOf } from '@/plugin/kernel/payload'
import { METERAI_MODES, type MeteraiMode } from '@/plugin/spk/content'
import { buildDefaultTemplate } from '@/plugin/spk/template'

const NAMES: Record<MeteraiMode, string> = {
  'e-first': 'SPK cicilan, e-Meterai di awal',
  'e-last': 'SPK cicilan, e-Meterai di akhir',
  tempel: 'SPK cicilan, meterai tempel',
}

/** A firm that does not exist, so that nobody takes a demo's agreement for a real one. */
const provider = {
  address: 'Jalan Contoh No. 1, Bandung 40111',
  email: 'halo@lunas.test',
  legalName: 'PT Contoh Lunas Digital',
  nib: '0000000000000',
  npwp: '00.000.000.0-000.000',
  phone: '+6280000000000',
  representative: 'Rani Contoh',
  representativeTitle: 'Direktur',
}

/** Wordings of agreements, one for each way of the meterai, unless the shop has its own already. */
export const seedAgreements = async (payload: Payload): Promise<void> => {
  const { spkTemplates: collection } = slugsOf(payload)
  const { totalDocs } = await payload.count({ collection, overrideAccess: true })
  if (totalDocs > 0) {
    return
  }
  for (const mode of METERAI_MODES) {
    const { clauses, fontSize } = buildDefaultTemplate(mode)
    await payload.create({
      collection,
      data: {
        clauses,
        disputeCity: 'Bandung',
        fontSize,
        house: 'LN',
        isActive: true,
        mode,
        name: NAMES[mode],
        place: 'Bandung',
        provider,
      } as never,
      overrideAccess: true,
    })
  }
}
