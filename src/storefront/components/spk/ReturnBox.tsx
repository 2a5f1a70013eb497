import { getTranslations } from 'next-intl/server'

import { MOST_PHOTOS, MOST_PICTURES, type ReturnKind } from '@/plugin/spk'

import { noticeAddress, spkApiPath, whereFields } from '../../spk/place'
import { ReturnForm } from './ReturnForm'
import type { SpkProps } from './SpkView'

/** How to print and sign, in the order in which it is done. */
async function Instructions({ spk, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return (
    <ol className="mb-6 list-decimal space-y-2 pl-5">
      <li>
        <a className="link" href="#dokumen">
          {t('sign1')}
        </a>
      </li>
      <li>{t(`signMode.${spk.mode}`)}</li>
      <li>{t('sign2')}</li>
      {spk.challenge ? (
        <li>
          {t('signCode')} <strong className="text-lg tracking-[0.2em]">{spk.challenge}</strong>
        </li>
      ) : null}
      <li>{t('sign3')}</li>
      <li>{t('sign4')}</li>
    </ol>
  )
}

/** Where the signed document, or photos of it, are sent. */
export async function ReturnBox({ what, ...props }: { what: ReturnKind } & SpkProps) {
  const { spk, where } = props
  const t = await getTranslations({ locale: where.locale, namespace: 'spk' })
  const isPhoto = what === 'photo'
  const query = new URLSearchParams({ ...whereFields(where), what })
  const copy = {
    broken: t('uploadBroken'),
    choose: t(isPhoto ? 'uploadPhotos' : 'uploadFiles'),
    hint: isPhoto
      ? t('uploadPhotosHint', { most: MOST_PHOTOS })
      : t('uploadFilesHint', { most: MOST_PICTURES }),
    resume: t('uploadResume'),
    send: t('uploadSend'),
    sending: t('uploadSending'),
  }
  return (
    <section aria-labelledby="kirim" className="card mb-6 p-5 sm:p-8">
      <h2 className="mb-3 text-xl" id="kirim">
        {t(isPhoto ? 'photoTitle' : 'signTitle')}
      </h2>
      {isPhoto ? <p className="mb-5">{t('photoLead')}</p> : <Instructions {...props} />}
      {spk.attempts.made > 0 && !isPhoto ? (
        <p className="mb-4 text-sm text-muted">{t('attempts', spk.attempts)}</p>
      ) : null}
      <ReturnForm
        action={`/unggah/spk?${query.toString()}`}
        api={spkApiPath(where.place)}
        copy={copy}
        done={noticeAddress(where, { kabar: 'terkirim' })}
        isPhoto={isPhoto}
        locale={where.locale}
      />
    </section>
  )
}
