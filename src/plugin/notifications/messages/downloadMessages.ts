import type { NotificationEvent } from '../schema'
import type { MessageDefinition } from './definition'

import { notice, nudge } from './audiences'
import { downloadReady, releasePublished } from './download'
import { downloadPassword } from './downloadPassword'

type DownloadEvent = Extract<NotificationEvent, 'release.published' | `download.${string}`>

/** Everything that is said about files that are bought. */
export const downloadMessages: { [E in DownloadEvent]: MessageDefinition<E> } = {
  'download.password': {
    ...notice,
    channels: ['whatsapp'],
    inApp: false,
    isAwaited: true,
    label: { en: 'Password of the files', id: 'Kata sandi berkas' },
    placeholders: ['nama', 'nomor', 'toko'],
    template: downloadPassword,
  },
  'download.ready': {
    ...notice,
    label: { en: 'Files are ready', id: 'Berkas siap diunduh' },
    placeholders: ['nama', 'nomor', 'toko'],
    template: downloadReady,
  },
  'release.published': {
    ...nudge,
    channels: ['email'],
    label: { en: 'New version of files', id: 'Versi baru berkas' },
    placeholders: ['nama', 'nomor', 'toko'],
    template: releasePublished,
  },
}
