import type { MessageDefinition } from './definition'
import type { ScopeParamsOf } from './scopeParams'

import { alarm, notice } from './audiences'
import { scopeNotAgreed, scopeReminder } from './scopeReminders'
import {
  scopeAgreed,
  scopeChangesWanted,
  scopeProven,
  scopeProvenForStaff,
  scopeSubmitted,
  scopeWanted,
} from './scope'

type ScopeEvent = keyof ScopeParamsOf

/** A permission, its proof and its date: nothing of it may be missed. */
const told = { ...notice, placeholders: ['nama', 'nomor', 'toko'] } as const
const toStaff = { ...alarm, placeholders: ['nomor', 'toko'] } as const

/** Everything that is said about the scope of an analysis. */
export const scopeMessages: { [E in ScopeEvent]: MessageDefinition<E> } = {
  'scope.agreed': {
    ...told,
    label: { en: 'Scope and schedule agreed', id: 'Ruang lingkup dan jadwal disepakati' },
    template: scopeAgreed,
  },
  'scope.changesWanted': {
    ...told,
    label: { en: 'Scope to be changed', id: 'Ruang lingkup perlu diperbaiki' },
    template: scopeChangesWanted,
  },
  'scope.notAgreed': {
    ...toStaff,
    label: {
      en: 'Scope not agreed on (staff)',
      id: 'Ruang lingkup belum disepakati (untuk admin)',
    },
    template: scopeNotAgreed,
  },
  'scope.proven': {
    ...told,
    label: { en: 'Domain proven', id: 'Domain terbukti' },
    template: scopeProven,
  },
  'scope.provenForStaff': {
    ...toStaff,
    label: { en: 'Domain proven (staff)', id: 'Domain terbukti (untuk admin)' },
    template: scopeProvenForStaff,
  },
  'scope.reminder': {
    ...told,
    label: { en: 'Scope still to be written', id: 'Ruang lingkup belum diisi' },
    template: scopeReminder,
  },
  'scope.submitted': {
    ...toStaff,
    label: { en: 'Scope written (staff)', id: 'Ruang lingkup diisi (untuk admin)' },
    template: scopeSubmitted,
  },
  'scope.wanted': {
    ...told,
    label: { en: 'Scope to be written', id: 'Ruang lingkup perlu diisi' },
    template: scopeWanted,
  },
}
