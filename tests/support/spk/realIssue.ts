import type { SpkBox } from '@/plugin/spk/document'

import { drawSpk, readQrPayload } from '@/plugin/spk/document'
import { buildContent } from '@/plugin/spk/template'

import { NIK, spkFacts, spkIssue } from '../../factories/spkContent'
import type { Issued } from './issue'

/** An agreement as the shop issues it, with what is needed to look at its return. */
export const issueAgreement = async (tenor = 12): Promise<Issued> => {
  const content = buildContent(spkFacts({ mode: 'e-last', tenor }))
  const issue = spkIssue(content)
  const { bytes, layout } = await drawSpk({ content, issue, nik: NIK })
  const { token, verifyUrl } = issue
  return {
    bytes,
    layout,
    readQr: (payload) => {
      const mark = readQrPayload(payload, { verifyUrl })
      return { isOurs: mark !== null, page: mark?.page ?? 0, token: mark?.token ?? '' }
    },
    token,
  }
}

/** Boxes of an agreement by kind, for tests that look for one. */
export const boxesOfKind = ({ layout }: Issued, kind: SpkBox['kind']): SpkBox[] =>
  layout.boxes.filter((box) => box.kind === kind && box.party === 'customer')
