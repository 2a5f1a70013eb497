import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { MOST_PHOTOS, MOST_PICTURES, type ReturnKind } from '@/plugin/spk'

import { noticeAddress, spkApiPath, whereFields } from '../../spk/place'
import { SaveButton } from './DocumentList'
import { ReturnForm } from './ReturnForm'
import { SignatureExample } from './SignatureExample'
import type { SpkProps } from './SpkView'

type StepProps = { children?: ReactNode; text: string; title: string }

function Step({ children, text, title }: StepProps) {
  return (
    <li>
      <div className="min-w-0">
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{text}</p>
        {children}
      </div>
    </li>
  )
}

/** How to print and sign, in the order in which it is done. */
async function Instructions(props: SpkProps) {
  const { spk, where } = props
  const t = await getTranslations({ locale: where.locale, namespace: 'spk' })
  const pages = spk.pages === null ? '' : t('printPages', { pages: spk.pages })
  const toSign = spk.documents.find(({ kind }) => kind === 'stamped' || kind === 'issued')
  return (
    <ol className="how-to mb-8">
      <Step text={`${t('printText')} ${pages}`} title={t('printTitle')}>
        {toSign ? (
          <div className="mt-2">
            <SaveButton {...props} document={toSign} isNamed />
          </div>
        ) : null}
      </Step>
      <Step text={t(`signMode.${spk.mode}`)} title={t('inkTitle')}>
        <p className="text-muted">{t('inkText')}</p>
        <SignatureExample {...props} />
      </Step>
      {spk.challenge ? (
        <Step text={t('codeText')} title={t('codeStep')}>
          <p className="mt-2 inline-block rounded-lg border-2 border-dashed border-line-strong px-4 py-1 font-mono text-2xl font-bold tracking-[0.3em]">
            {spk.challenge}
          </p>
        </Step>
      ) : null}
      <Step text={t('scanText')} title={t('scanTitle')} />
      <Step text={t('sendText')} title={t('sendTitle')} />
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
    chosen: t('uploadChosen'),
    choose: t(isPhoto ? 'uploadPhotos' : 'uploadFiles'),
    hint: isPhoto
      ? t('uploadPhotosHint', { most: MOST_PHOTOS })
      : t('uploadFilesHint', { most: MOST_PICTURES }),
    page: t('uploadPage'),
    remove: t('uploadRemove'),
    resume: t('uploadResume'),
    send: t('uploadSend'),
    sending: t('uploadSending'),
    uneven: t('uploadUneven', { pages: spk.pages ?? 0 }),
    up: t('uploadUp'),
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
        pages={isPhoto ? null : spk.pages}
      />
    </section>
  )
}
