import { CHOICE_TEXT_VERSION } from '@/plugin/overdue'

import type { ArrearsProps } from './ArrearsFacts'

export type ChoiceProps = ArrearsProps & { token: string }

/** What both choices say beside themselves: the order, and what the page showed. */
export function ChoiceFields({ arrears, locale, token }: ChoiceProps) {
  const hidden = {
    locale,
    seen: arrears.case?.state ?? '',
    text: CHOICE_TEXT_VERSION,
    token,
  }
  return Object.entries(hidden).map(([name, value]) => (
    <input key={name} name={name} readOnly type="hidden" value={value} />
  ))
}
