import { getTranslations } from 'next-intl/server'

import { formatBytes } from '@/plugin/kernel/bytes'

import { moment } from '../../format'
import { SpkFields } from './SpkFields'
import type { SpkProps } from './SpkView'

type Document = SpkProps['spk']['documents'][number]

/** Saves one document; without words of its own it says only what it does. */
export async function SaveButton(props: { document: Document; isNamed?: boolean } & SpkProps) {
  const { document, isNamed = false, ...page } = props
  const { id, kind, name } = document
  const t = await getTranslations({ locale: page.where.locale, namespace: 'spk' })
  return (
    <form action="/unduh/spk" method="post">
      <SpkFields {...page} />
      <input name="file" readOnly type="hidden" value={id} />
      <button
        aria-label={isNamed ? undefined : t('saveNamed', { name })}
        className="btn btn-secondary"
        type="submit"
      >
        {isNamed ? t('saveKind', { kind: t(`kinds.${kind}`) }) : t('save')}
      </button>
    </form>
  )
}

async function DocumentRow({ document, ...props }: { document: Document } & SpkProps) {
  const { locale } = props.where
  const t = await getTranslations({ locale, namespace: 'spk' })
  const { createdAt, kind, name, size } = document
  return (
    <li className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3 last:border-0">
      <div className="min-w-0">
        <p className="font-semibold">{t(`kinds.${kind}`)}</p>
        <p className="text-sm break-all text-muted">{name}</p>
        <p className="text-sm text-muted">
          {formatBytes(size, locale)} ·{' '}
          <time dateTime={createdAt}>{moment({ at: createdAt, locale })}</time>
        </p>
      </div>
      {props.spk.proof === 'none' ? null : <SaveButton {...props} document={document} />}
    </li>
  )
}

/** The documents that may be saved; each time goes on record. */
export async function DocumentList(props: SpkProps) {
  const t = await getTranslations({ locale: props.where.locale, namespace: 'spk' })
  const { documents, proof } = props.spk
  return documents.length === 0 ? null : (
    <section aria-labelledby="dokumen" className="card mb-6 p-5 sm:p-8">
      <h2 className="mb-2 text-xl" id="dokumen">
        {t('documentsTitle')}
      </h2>
      <p className="text-sm text-muted">
        {t(proof === 'none' ? 'documentsLocked' : 'documentsHint')}
      </p>
      <ul>
        {documents.map((document) => (
          <DocumentRow key={document.id} {...props} document={document} />
        ))}
      </ul>
    </section>
  )
}
