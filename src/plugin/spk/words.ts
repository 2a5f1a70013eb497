import type { MeteraiMode } from './content'

import type { Labels } from '../kernel/errors'

import { type PanelState, plainWord } from '../kernel/machine'
import { SPK_STATE_NAMES, type SpkState } from './states'

/** How the e-Meterai comes in, in words. */
export const MODE_WORDS: Record<MeteraiMode, PanelState> = {
  'e-first': plainWord('e-Meterai di awal', 'e-Meterai first'),
  'e-last': plainWord('e-Meterai di akhir (disarankan)', 'e-Meterai last (recommended)'),
  tempel: plainWord('Meterai tempel', 'Paper meterai'),
}

/**
 * What a file of an SPK is. `original`: a picture as it came, before it was wrapped into a PDF;
 * `photo`: of the paper itself; `final`: the accepted scan with e-Meterai.
 */
export const FILE_KINDS = {
  final: plainWord('Pindaian ber-e-Meterai', 'Scan with e-Meterai'),
  issued: plainWord('Dokumen terbit', 'Issued document'),
  original: plainWord('Foto asli', 'Original picture'),
  photo: plainWord('Foto langsung', 'Photo of the paper'),
  preview: plainWord('Gambar pratinjau', 'Preview picture'),
  scan: plainWord('Hasil pindai', 'Scan'),
  sealed: plainWord('Paket tersegel', 'Sealed package'),
  stamped: plainWord('Dokumen ber-e-Meterai', 'Document with e-Meterai'),
} as const satisfies Record<string, PanelState>

/** What a file of an SPK is. */
export type SpkFileKind = keyof typeof FILE_KINDS

/** What somebody did with a document. */
export const LOOK_WORDS = {
  downloaded: plainWord('Mengunduh', 'Downloaded'),
  looked: plainWord('Melihat', 'Looked at'),
  nik: plainWord('Melihat NIK', 'Looked at the NIK'),
} as const satisfies Record<string, PanelState>

/** Under what staff's work is kept that leaves an agreement where it stands. */
export const SPK_DESK = 'spk-desk'

/** Such work: single legal deeds, no chain. */
export const SPK_DEEDS = {
  fill: { from: ['draft'], label: { en: 'Draft filled in', id: 'Isian draf disimpan' } },
  handOver: { from: SPK_STATE_NAMES, label: { en: 'Handed over', id: 'Diserahkan ke rekan' } },
  officialCheck: {
    from: SPK_STATE_NAMES,
    label: { en: 'Official verification recorded', id: 'Verifikasi resmi dicatat' },
  },
} as const satisfies Record<string, { from: readonly SpkState[]; label: Labels }>

/** Name of such work. */
export type SpkDeed = keyof typeof SPK_DEEDS
