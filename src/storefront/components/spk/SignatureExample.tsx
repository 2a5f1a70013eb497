import { getTranslations } from 'next-intl/server'

import type { SpkProps } from './SpkView'

/** A pen's way through a box of 60 × 26; nobody's signature. */
const SCRIBBLE = 'M4 19c6-14 10-16 11-9s-7 14-3 10 9-13 12-9-5 9 0 7 6-9 10-8 1 8 6 5 4-8 14-7'

function Box({ caption, children }: { caption: string; children?: string }) {
  return (
    <div className="min-w-0 flex-1 rounded-md border border-line-strong p-1.5">
      <p className="text-xs text-muted">{caption}</p>
      <p className="min-h-8 pt-1 text-center text-lg pen italic">{children}</p>
    </div>
  )
}

/** What is filled in by hand, as the boxes stand on the last page, with captions as they are printed there. */
export async function SignatureExample({ spk, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return (
    <figure className="mt-3 max-w-80">
      <div aria-label={t('exampleAlt')} className="grid gap-2" role="img">
        <div className="flex gap-2">
          {spk.mode === 'tempel' ? (
            <div className="grid w-20 flex-none place-items-center rounded-md border border-dashed border-line-strong bg-danger-soft text-center text-xs text-danger">
              Meterai Rp10.000
            </div>
          ) : null}
          <div className="min-w-0 flex-1 rounded-md border border-line-strong p-1.5">
            <p className="text-xs text-muted">Tanda tangan</p>
            <svg className="mx-auto h-14 w-full pen" viewBox="0 0 60 26">
              <path d={SCRIBBLE} fill="none" stroke="currentColor" strokeWidth="1.4" />
            </svg>
          </div>
        </div>
        <div className="flex gap-2">
          <Box caption={`Tulis kode: ${spk.challenge ?? ''}`}>{spk.challenge ?? ''}</Box>
          <Box caption="Tempat dan tanggal">{t('exampleDate')}</Box>
        </div>
      </div>
      <figcaption className="mt-1 text-sm text-muted">{t('exampleNote')}</figcaption>
    </figure>
  )
}
