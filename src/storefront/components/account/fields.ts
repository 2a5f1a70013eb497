import { getTranslations } from 'next-intl/server'

import { MIN_PASSWORD_LENGTH } from '../../account/visitor'
import type { StoreLocale } from '../../i18n/locales'
import type { AccountFieldCopy, AccountFormProps } from './AccountForm'

/** The fields of the account pages, by name. */
export type AccountFields = Record<
  'email' | 'language' | 'name' | 'newPassword' | 'password' | 'phone',
  AccountFieldCopy
>

/** Every field that an account form is put together from, in the language of the page. */
export const findFields = async (locale: StoreLocale): Promise<AccountFields> => {
  const t = await getTranslations({ locale, namespace: 'account' })
  const secret = { name: 'password', type: 'password' } as const
  return {
    email: {
      autoComplete: 'email',
      inputMode: 'email',
      label: t('email'),
      name: 'email',
      type: 'email',
    },
    language: {
      choices: [
        ['id', t('languageId')],
        ['en', t('languageEn')],
      ],
      label: t('language'),
      name: 'language',
    },
    name: { autoComplete: 'name', label: t('name'), name: 'name' },
    newPassword: {
      ...secret,
      autoComplete: 'new-password',
      hint: t('passwordHint', { min: MIN_PASSWORD_LENGTH }),
      label: t('newPassword'),
      minLength: MIN_PASSWORD_LENGTH,
    },
    password: { ...secret, autoComplete: 'current-password', label: t('password') },
    phone: {
      autoComplete: 'tel',
      hint: t('phoneHint'),
      inputMode: 'tel',
      label: t('phone'),
      name: 'phone',
      type: 'tel',
    },
  }
}

/** Texts that every account form has, around the words of its button. */
export const findFormCopy = async (
  locale: StoreLocale,
  submit: string,
): Promise<AccountFormProps['copy']> => {
  const t = await getTranslations({ locale, namespace: 'account' })
  return { errorTitle: t('errorTitle'), sending: t('sending'), submit }
}
