import { formatBytes } from '@/plugin/kernel/bytes'
import type { SpkFileFacts } from '@/plugin/spk'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { VerifyWords } from '../../spk/verify/copy'

type FileTableProps = { files: readonly SpkFileFacts[]; locale: StoreLocale; t: VerifyWords }

/** Fingerprints of everything that was kept: to compare by eye, with nothing but this page. */
export function FileTable({ files, locale, t }: FileTableProps) {
  if (files.length === 0) {
    return <p className="text-muted">{t('noFiles')}</p>
  }
  return (
    <table className="w-full table-fixed text-sm">
      <caption className="sr-only">{t('filesTitle')}</caption>
      <thead>
        <tr className="border-b border-line text-left text-muted">
          <th className="w-2/5 py-2 pr-3 font-semibold" scope="col">
            {t('file')}
          </th>
          <th className="py-2 font-semibold" scope="col">
            {t('fingerprint')}
          </th>
        </tr>
      </thead>
      <tbody>
        {files.map(({ at, kind, pages, sha256, size }) => (
          <tr className="border-b border-line align-top" key={`${kind}${sha256}`}>
            <th className="py-3 pr-3 text-left font-normal" scope="row">
              <span className="block font-semibold">{t(`kinds.${kind}`)}</span>
              <span className="block text-muted">
                {pages === null ? '' : `${t('pages', { count: pages })} · `}
                {formatBytes(size, locale)}
              </span>
              <time className="block text-muted" dateTime={at.toISOString()}>
                {moment({ at: at.toISOString(), locale })}
              </time>
            </th>
            <td className="py-3 font-mono text-xs leading-5 break-all">{sha256}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
