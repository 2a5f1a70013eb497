import { plainWord } from '../../kernel/machine'
import { DEED_WORDS } from '../runbook/machine'

/** What a call does on a server. */
export const VERB_WORDS = {
  ...DEED_WORDS,
  inspect: plainWord('Periksa', 'Look'),
} as const

/** What came of a call. */
export const OUTCOME_WORDS = {
  needsAction: plainWord('Perlu orang', 'Needs a person'),
  ok: plainWord('Berhasil', 'Done'),
  rejected: plainWord('Ditolak', 'Refused'),
  unavailable: plainWord('Tidak terhubung', 'Not reached'),
  unknown: plainWord('Belum diketahui', 'Unknown'),
} as const

/** Lines that servers give for customers, and answers of customers, by the name under which they are kept. */
export const FACT_WORDS = {
  access: plainWord('Akses yang diperlukan', 'Access needed'),
  ip: plainWord('Alamat IP', 'IP address'),
  nameServers: plainWord('Name server', 'Name servers'),
  notes: plainWord('Catatan', 'Notes'),
  panel: plainWord('Panel', 'Panel'),
  panelUser: plainWord('Pengguna panel', 'User of the panel'),
  power: plainWord('Daya listrik', 'Power'),
  rackUnits: plainWord('Unit rak (U)', 'Rack units (U)'),
  system: plainWord('Sistem operasi', 'Operating system'),
  user: plainWord('Nama pengguna', 'User name'),
} as const
