import type { Bank } from '../../../refunds/port'

/**
 * Banks of Duitku's "Transfer Online" that customers in Indonesia use, by Bank Indonesia's code
 * (docs.duitku.com/disbursement, "Bank List"), the big ones first.
 */
export const BANKS: readonly Bank[] = [
  { code: '014', name: 'BCA' },
  { code: '008', name: 'Mandiri' },
  { code: '009', name: 'BNI' },
  { code: '002', name: 'BRI' },
  { code: '451', name: 'BSI' },
  { code: '022', name: 'CIMB Niaga' },
  { code: '013', name: 'Permata' },
  { code: '011', name: 'Danamon' },
  { code: '200', name: 'BTN' },
  { code: '028', name: 'OCBC' },
  { code: '019', name: 'Panin' },
  { code: '016', name: 'Maybank' },
  { code: '426', name: 'Mega' },
  { code: '023', name: 'UOB' },
  { code: '046', name: 'DBS' },
  { code: '087', name: 'HSBC' },
  { code: '213', name: 'SMBC Indonesia (BTPN, Jenius)' },
  { code: '153', name: 'Sinarmas' },
  { code: '147', name: 'Muamalat' },
  { code: '441', name: 'KB Bank (Bukopin)' },
  { code: '536', name: 'BCA Syariah' },
  { code: '506', name: 'Mega Syariah' },
  { code: '501', name: 'blu by BCA Digital' },
  { code: '542', name: 'Jago' },
  { code: '535', name: 'SeaBank' },
  { code: '490', name: 'Neo Commerce' },
  { code: '567', name: 'Allo Bank' },
  { code: '562', name: 'Superbank' },
  { code: '523', name: 'Sahabat Sampoerna' },
  { code: '110', name: 'BJB' },
  { code: '111', name: 'Bank DKI' },
  { code: '112', name: 'BPD DIY' },
  { code: '113', name: 'Bank Jateng' },
  { code: '114', name: 'Bank Jatim' },
  { code: '129', name: 'BPD Bali' },
]
