import type { CheckoutState, KnownCustomer } from '../../checkout/state'
import type { CheckoutCopy } from './CheckoutForm'
import { Field } from './Field'

type CustomerFieldsProps = { copy: CheckoutCopy; known: KnownCustomer; state: CheckoutState }

/** Who is ordering; each thing is asked once. */
export function CustomerFields({ copy, known, state }: CustomerFieldsProps) {
  const { errors } = state
  const values = { ...known, ...state.values }
  return (
    <fieldset className="grid gap-5">
      <legend className="mb-1 text-2xl font-bold tracking-tight">{copy.dataTitle}</legend>
      <p className="text-muted">{copy.required}</p>
      <Field
        autoComplete="name"
        copy={copy.fields.name}
        error={errors.name}
        name="name"
        value={values.name}
      />
      <Field
        autoComplete="email"
        copy={copy.fields.email}
        error={errors.email}
        inputMode="email"
        name="email"
        type="email"
        value={values.email}
      />
      <Field
        autoComplete="tel"
        copy={copy.fields.phone}
        error={errors.phone}
        inputMode="tel"
        name="phone"
        type="tel"
        value={values.phone}
      />
      <Field
        copy={copy.fields.notes}
        error={errors.notes}
        isLong
        isRequired={false}
        name="notes"
        value={values.notes}
      />
    </fieldset>
  )
}
