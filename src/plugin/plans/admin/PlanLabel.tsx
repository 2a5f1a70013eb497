'use client'

import type { ReactElement } from 'react'

import { useRowLabel } from '@payloadcms/ui'

import { usePanelLocale } from '../../kernel/admin/usePanelLocale'

const TEXT = {
  en: { plan: 'Plan', times: 'instalments' },
  id: { plan: 'Rencana', times: 'cicilan' },
}

/** A closed plan as what it says: `12x · 12 cicilan`. */
export const PlanLabel = (): ReactElement => {
  const text = TEXT[usePanelLocale()]
  const { data, rowNumber } = useRowLabel<{ key?: string; tenor?: number }>()
  const name = data.key || `${text.plan} ${(rowNumber ?? 0) + 1}`
  return <span>{data.tenor ? `${name} · ${data.tenor} ${text.times}` : name}</span>
}
