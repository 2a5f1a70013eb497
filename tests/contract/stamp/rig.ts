import { startPeruriSimulator } from '@/dev/peruri'
import { createAuthority } from '@/dev/peruri/stamping'
import { createStampAdapter } from '@/plugin/adapters/stamp'
import type { PeruriOptions } from '@/plugin/adapters/stamp'
import { verifyEmeterai } from '@/plugin/spk/emeterai'
import type { StampAdapter, StampDocument, StampPlace } from '@/plugin/spk/port'

import { issueDocument } from '../../support/emeterai/documents'

/** The made-up account of the contract tests. */
export const account = { password: 'contract-password-of-peruri', user: 'meterai@toko.example.id' }

/** When everything happens. */
export const now = new Date('2026-11-22T03:00:00Z')

/** Where the stamp goes on the second page of the document. */
export const place: StampPlace = { heightMm: 19, page: 2, widthMm: 19, xMm: 120, yMm: 230 }

/** The adapter with all its hosts at one address. */
export const connect = (url: string, options: Partial<PeruriOptions> = {}): StampAdapter =>
  createStampAdapter({
    ...account,
    backendUrl: url,
    id: 'peruri',
    serialUrl: url,
    signUrl: url,
    timeoutMs: 1_000,
    uploadUrl: url,
    ...options,
  })

/** A simulator, the adapter at it, an issued document and lines that were logged. */
export const openRig = async () => {
  const authority = createAuthority({ bits: 1_024, environment: 'staging', now })
  const simulator = await startPeruriSimulator({ ...account, authority, now: () => now })
  const lines: Record<string, unknown>[] = []
  const logger = { warn: (fields: Record<string, unknown>) => void lines.push(fields) }
  const document: StampDocument = {
    bytes: await issueDocument(),
    day: '2026-11-22',
    fileName: 'SPK-HZ-2026-XI-001.pdf',
    number: '001/SPK/HZ/XI/2026',
  }
  return {
    ...simulator,
    connect: (options: Partial<PeruriOptions> = {}) =>
      connect(simulator.url, { logger, ...options }),
    document,
    lines,
    verify: (stamped: Uint8Array) =>
      verifyEmeterai({
        acceptsStaging: true,
        issued: document.bytes,
        now,
        roots: authority.roots,
        stamped,
      }),
  }
}

/** See {@link openRig}. */
export type Rig = Awaited<ReturnType<typeof openRig>>

/** What an outcome brought; fails when it brought nothing. */
export const valueOf = <T>(outcome: { kind: string; reason?: string; value?: T }): T => {
  if (outcome.kind !== 'ok' || outcome.value === undefined) {
    throw new Error(`${outcome.kind}: ${outcome.reason}`)
  }
  return outcome.value
}
