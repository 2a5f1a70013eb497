import type { MessageDefinition } from './definition'
import type { SpkParamsOf } from './spkParams'

import { alarm, notice } from './audiences'
import { spkCode } from './spkCode'
import { spkCancelled, spkConfirmed, spkExpired } from './spkEnding'
import {
  spkContentConfirmed,
  spkDeclined,
  spkHandedOver,
  spkPhotoArrived,
  spkRemarked,
  spkScanArrived,
  spkSealFailed,
  spkStampFailed,
  spkToDraft,
} from './spkForStaff'
import { spkRevoked, spkSuperseded, spkTerminated, spkWithdrawn } from './spkTakenBack'
import {
  spkFaulty,
  spkPhotoWanted,
  spkRejected,
  spkReminder,
  spkToCheck,
  spkToSign,
} from './spkToDo'

type SpkEvent = keyof SpkParamsOf

/** Nothing of an agreement may be missed: always by e-mail, and by WhatsApp for whoever reads that. */
const told = {
  ...notice,
  alsoChat: true,
  channels: ['whatsapp', 'email'],
  placeholders: ['nama', 'nomor', 'toko'],
} as const
/** Of a message that is about one day. */
const dated = {
  ...told,
  placeholders: ['nama', 'nomor', 'tanggal', 'toko'],
  templateBlanks: ['day'],
} as const
const toStaff = { ...alarm, placeholders: ['nomor', 'toko'] } as const

/** Everything that is said about agreements. */
export const spkMessages: { [E in SpkEvent]: MessageDefinition<E> } = {
  'spk.cancelled': {
    ...told,
    label: { en: 'SPK cancelled', id: 'SPK dibatalkan' },
    template: spkCancelled,
  },
  'spk.code': {
    ...notice,
    inApp: false,
    isAwaited: true,
    label: { en: 'Code for an SPK', id: 'Kode SPK' },
    placeholders: ['nama', 'nomor', 'toko'],
    template: spkCode,
  },
  'spk.confirmed': {
    ...told,
    label: { en: 'SPK confirmed', id: 'SPK dikonfirmasi' },
    template: spkConfirmed,
  },
  'spk.contentConfirmed': {
    ...toStaff,
    label: { en: 'Content of SPK confirmed (staff)', id: 'Isi SPK disetujui (untuk admin)' },
    template: spkContentConfirmed,
  },
  'spk.declined': {
    ...toStaff,
    label: { en: 'SPK declined (staff)', id: 'SPK dibatalkan pelanggan (untuk admin)' },
    template: spkDeclined,
  },
  'spk.expired': {
    ...told,
    label: { en: 'SPK expired', id: 'SPK kedaluwarsa' },
    template: spkExpired,
  },
  'spk.faulty': {
    ...dated,
    label: { en: 'Signed file could not be examined', id: 'Berkas SPK tidak dapat diperiksa' },
    template: spkFaulty,
  },
  'spk.handedOver': {
    ...toStaff,
    label: { en: 'SPK handed over (staff)', id: 'SPK diserahkan (untuk admin)' },
    template: spkHandedOver,
  },
  'spk.photoArrived': {
    ...toStaff,
    label: { en: 'Photo of SPK received (staff)', id: 'Foto SPK diterima (untuk admin)' },
    template: spkPhotoArrived,
  },
  'spk.photoWanted': {
    ...dated,
    label: { en: 'Photo of SPK wanted', id: 'Foto SPK diminta' },
    template: spkPhotoWanted,
  },
  'spk.rejected': {
    ...dated,
    label: { en: 'Signature to be given again', id: 'Tanda tangan SPK perlu diulang' },
    template: spkRejected,
  },
  'spk.remarked': {
    ...toStaff,
    label: { en: 'SPK to be corrected (staff)', id: 'SPK perlu diperbaiki (untuk admin)' },
    template: spkRemarked,
  },
  'spk.reminder': {
    ...dated,
    label: { en: 'SPK still waiting', id: 'SPK masih menunggu' },
    template: spkReminder,
  },
  'spk.revoked': {
    ...told,
    label: { en: 'Confirmation of SPK revoked', id: 'Konfirmasi SPK dicabut' },
    template: spkRevoked,
  },
  'spk.scanArrived': {
    ...toStaff,
    label: { en: 'Signed SPK received (staff)', id: 'SPK bertanda tangan (untuk admin)' },
    template: spkScanArrived,
  },
  'spk.sealFailed': {
    ...toStaff,
    label: { en: 'SPK not sealed (staff)', id: 'SPK belum tersegel (untuk admin)' },
    template: spkSealFailed,
  },
  'spk.stampFailed': {
    ...toStaff,
    label: { en: 'e-Meterai not in order (staff)', id: 'e-Meterai belum sesuai (untuk admin)' },
    template: spkStampFailed,
  },
  'spk.superseded': {
    ...told,
    label: { en: 'SPK replaced', id: 'SPK diganti' },
    template: spkSuperseded,
  },
  'spk.terminated': {
    ...told,
    label: { en: 'SPK terminated', id: 'SPK diakhiri' },
    template: spkTerminated,
  },
  'spk.toCheck': {
    ...dated,
    label: { en: 'SPK to be checked', id: 'SPK perlu diperiksa' },
    template: spkToCheck,
  },
  'spk.toDraft': {
    ...toStaff,
    label: { en: 'SPK to be drafted (staff)', id: 'SPK perlu disusun (untuk admin)' },
    template: spkToDraft,
  },
  'spk.toSign': {
    ...dated,
    label: { en: 'SPK to be signed', id: 'SPK perlu ditandatangani' },
    template: spkToSign,
  },
  'spk.withdrawn': {
    ...told,
    label: { en: 'SPK taken back', id: 'SPK ditarik' },
    template: spkWithdrawn,
  },
}
