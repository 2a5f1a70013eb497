'use client'

import type { ReactElement } from 'react'

import { useState } from 'react'

import type { SpkIdentity } from '../queries/scene'
import type { Desk } from './desk'

import { PanelField, PanelForm } from '../../kernel/admin/PanelForm'
import { usePanelLocale } from '../../kernel/admin/usePanelLocale'
import { useShopDeed } from '../../kernel/admin/useShopDeed'
import { Line } from './Line'
import { SPK_TEXTS, type SpkTexts } from './spkTexts'

const FIELDS = [
  ['name', 100, 'text', true],
  ['nik', 30, 'text', false],
  ['email', 200, 'email', true],
  ['phone', 40, 'tel', true],
  ['company', 120, 'text', false],
  ['companyTitle', 80, 'text', false],
  ['companyNib', 20, 'text', false],
  ['address', 200, 'text', false],
  ['city', 80, 'text', false],
  ['province', 80, 'text', false],
  ['postalCode', 5, 'text', false],
  ['place', 60, 'text', false],
] as const satisfies readonly (readonly [keyof SpkTexts, number, string, boolean])[]

type Field = (typeof FIELDS)[number][0]

type Values = Record<'template' | Field, string>

const NO_ADDRESS = { city: '', postalCode: '', province: '', street: '' }
const NO_COMPANY = { name: '', nib: '', title: '' }

const valuesOf = (identity: SpkIdentity, template: null | string): Values => {
  const { email, name, phone, place = '' } = identity
  const { city, postalCode, province, street } = identity.address ?? NO_ADDRESS
  const company = identity.company ?? NO_COMPANY
  return {
    address: street,
    city,
    company: company.name,
    companyNib: company.nib,
    companyTitle: company.title,
    email,
    name,
    nik: '',
    phone,
    place,
    postalCode,
    province,
    template: template ?? '',
  }
}

const bodyOf = (values: Values): object => {
  const { address: street, city, company, companyNib: nib, companyTitle: title } = values
  const { email, name, nik, phone, place, postalCode, province, template } = values
  return {
    address: { city, postalCode, province, street },
    company: company.trim() === '' ? null : { name: company, nib, title },
    email,
    name,
    nik,
    phone,
    place,
    template,
  }
}

type Template = { id: string; name: string }

const TemplateField = (props: {
  onChange: (id: string) => void
  templates: readonly Template[]
  text: SpkTexts
  value: string
}): ReactElement => (
  <PanelField label={props.text.template}>
    {(control) => (
      <select
        {...control}
        className="lunas-select"
        onChange={({ target }) => props.onChange(target.value)}
        required
        value={props.value}
      >
        <option value="">{props.text.templateNone}</option>
        {props.templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    )}
  </PanelField>
)

/** Fills in who the customer is and by which template his agreement is made. */
export const DraftForm = (props: {
  desk: Desk
  identity: SpkIdentity
  nikMasked: null | string
  template: null | string
  templates: readonly Template[]
}): ReactElement => {
  const { desk, identity, nikMasked, template, templates } = props
  const text = SPK_TEXTS[usePanelLocale()]
  const { isBusy, run } = useShopDeed()
  const [values, setValues] = useState(() => valuesOf(identity, template))
  const put = (field: keyof Values, value: string): void =>
    setValues((before) => ({ ...before, [field]: value }))
  const save = (): Promise<void> =>
    run({
      body: { ...bodyOf(values), seen: desk.seen },
      done: text.draftSaved,
      onDone: () => put('nik', ''),
      path: `${desk.path}/draft`,
    })
  return (
    <PanelForm isBusy={isBusy} label={text.save} onSubmit={() => void save()}>
      <TemplateField
        onChange={(id) => put('template', id)}
        templates={templates}
        text={text}
        value={values.template}
      />
      {FIELDS.map(([field, maxLength, type, isRequired]) => (
        <Line
          isRequired={isRequired}
          key={field}
          label={text[field]}
          maxLength={maxLength}
          onChange={(value) => put(field, value)}
          type={type}
          value={values[field]}
          {...(field === 'nik' ? { hint: text.nikHint(nikMasked) } : {})}
        />
      ))}
    </PanelForm>
  )
}
