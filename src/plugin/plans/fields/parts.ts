import type { Field, GroupField, NumberField, SelectField } from 'payload'

import type { Labels } from '../../kernel/errors'

import { checkNumber } from './checks'

const RUPIAH_INPUT = '/plugin/kernel/admin/RupiahInput#RupiahInput'

type NumberWish = {
  description?: Labels
  /** Kinds of the group in which the number stands for which it is asked. */
  forKinds?: readonly string[]
  isRupiah?: boolean
  label: Labels
  /** Path of the field within its plan; its last part is its name. */
  leaf: string
  preset?: number
  width?: string
}

/** A number of a plan, checked with the whole plan. */
export const planNumber = (wish: NumberWish): NumberField => {
  const { description, forKinds, isRupiah = false, label, leaf, preset, width } = wish
  return {
    name: leaf.split('.').at(-1) ?? leaf,
    type: 'number',
    admin: {
      ...(description ? { description } : {}),
      ...(forKinds
        ? { condition: (_, group) => forKinds.includes(String(group?.kind ?? 'none')) }
        : {}),
      ...(isRupiah ? { components: { Field: RUPIAH_INPUT } } : {}),
      ...(width ? { width } : {}),
    },
    ...(preset === undefined ? {} : { defaultValue: preset }),
    label,
    validate: checkNumber(leaf),
  }
}

/** One of a few words, never empty. */
export const planChoice = (args: {
  description?: Labels
  label: Labels
  name: string
  options: Record<string, Labels>
  preset: string
  width?: string
}): SelectField => ({
  name: args.name,
  type: 'select',
  admin: {
    ...(args.description ? { description: args.description } : {}),
    isClearable: false,
    ...(args.width ? { width: args.width } : {}),
  },
  defaultValue: args.preset,
  label: args.label,
  options: Object.entries(args.options).map(([value, label]) => ({ label, value })),
})

const SHARE_KINDS: Record<string, Labels> = {
  none: { en: 'none', id: 'tidak ada' },
  amount: { en: 'an amount', id: 'jumlah tetap' },
  percent: { en: 'per cent', id: 'persen' },
}

/** Part of a price: nothing, an amount, or per cent; `further` adds kinds in per cent. */
export const shareGroup = (args: {
  description: Labels
  fields?: Field[]
  further?: Record<string, Labels>
  label: Labels
  name: string
}): GroupField => {
  const { description, fields = [], further = {}, label, name } = args
  return {
    name,
    type: 'group',
    admin: { description },
    fields: [
      {
        type: 'row',
        fields: [
          planChoice({
            name: 'kind',
            label: { en: 'Kind', id: 'Bentuk' },
            options: { ...SHARE_KINDS, ...further },
            preset: 'none',
            width: '50%',
          }),
          planNumber({
            forKinds: ['amount'],
            isRupiah: true,
            label: { en: 'Amount', id: 'Jumlah' },
            leaf: `${name}.amount`,
            width: '50%',
          }),
          planNumber({
            forKinds: ['percent', ...Object.keys(further)],
            label: { en: 'Per cent', id: 'Persen' },
            leaf: `${name}.percent`,
            width: '50%',
          }),
        ],
      },
      ...fields,
    ],
    label,
  }
}
