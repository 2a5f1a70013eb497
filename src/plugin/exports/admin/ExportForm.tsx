import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { TableName } from '../tables'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { clock, wibDayOf } from '../../kernel/time'

const TEXT = {
  en: { button: 'Download CSV', month: 'Month for a spreadsheet' },
  id: { button: 'Unduh CSV', month: 'Bulan untuk lembar kerja' },
}

/** Takes one month of a list along as a file for spreadsheets. */
export const ExportForm = (props: { table: TableName } & ServerProps): null | ReactElement => {
  const { i18n, payload, table } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const text = TEXT[locale]
  const id = `lunas-export-${table}`
  return (
    <form
      action={`${payload.config.routes.api}/exports/${table}.csv`}
      className="lunas-export"
      method="get"
    >
      <input name="locale" type="hidden" value={locale} />
      <label htmlFor={id}>{text.month}</label>
      <input
        defaultValue={wibDayOf(clock.now()).slice(0, 7)}
        id={id}
        name="month"
        pattern="20[0-9]{2}-[0-9]{2}"
        required
        type="month"
      />
      <button className="btn btn--style-secondary btn--size-small" type="submit">
        {text.button}
      </button>
    </form>
  )
}
