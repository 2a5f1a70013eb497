import { getTranslations } from 'next-intl/server'
import { randomUUID } from 'node:crypto'

import { localPath, type StoreLocale } from '../../i18n/locales'
import { PROBLEM_KINDS } from '../../problem/problems'
import type { KnownReporter } from '../../problem/state'
import { type ReportCopy, ReportForm } from './ReportForm'

type ReportViewProps = {
  known: KnownReporter
  locale: StoreLocale
  /** Given on the order's own page: nothing about the order is asked then. */
  orderToken?: string
  path: string
}

type Translate = Awaited<ReturnType<typeof getTranslations<'problem'>>>

const kindsIn = (locale: StoreLocale): [string, string][] =>
  Object.entries(PROBLEM_KINDS).map(([kind, { label }]) => [kind, label[locale]])

const buildCopy = (t: Translate, locale: StoreLocale): ReportCopy => ({
  choose: t('choose'),
  contact: t('contact'),
  email: { hint: t('emailHint'), label: t('email') },
  errorTitle: t('errorTitle'),
  kinds: kindsIn(locale),
  name: { label: t('name') },
  order: { hint: t('orderHint'), label: t('order') },
  phone: { hint: t('phoneHint'), label: t('phone') },
  pictures: t('pictures'),
  picturesHint: t('picturesHint'),
  required: t('required'),
  sending: t('sending'),
  submit: t('submit'),
  text: { hint: t('textHint'), label: t('text') },
  tooLarge: t('tooLarge'),
  tooMany: t('tooMany'),
  trap: t('trap'),
  ways: [
    ['email', t('byEmail')],
    ['whatsapp', 'WhatsApp'],
  ],
  what: t('what'),
})

/** The form with its texts, prefilled with what is known. */
export async function ReportView({ known, locale, orderToken, path }: ReportViewProps) {
  const t = await getTranslations({ locale, namespace: 'problem' })
  return (
    <ReportForm
      copy={buildCopy(t, locale)}
      hidden={{ key: randomUUID(), locale, orderToken: orderToken ?? '' }}
      known={known}
      permalink={localPath({ locale, path })}
    />
  )
}
