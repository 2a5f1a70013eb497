import type { StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type FormButtonProps = {
  action: (form: FormData) => Promise<void>
  className: string
  /** What the form says beside the order and the language. */
  hidden?: Readonly<Record<string, string>>
  label: string
  locale: StoreLocale
  order: Pick<PublicOrder, 'token'>
}

/** A button about an order, as a plain form: it works without JavaScript. */
export function FormButton(props: FormButtonProps) {
  const { action, className, hidden = {}, label, locale, order } = props
  return (
    <form action={action} className="grid">
      {Object.entries({ locale, token: order.token, ...hidden }).map(([name, value]) => (
        <input key={name} name={name} readOnly type="hidden" value={value} />
      ))}
      <button className={`btn ${className}`} type="submit">
        {label}
      </button>
    </form>
  )
}
