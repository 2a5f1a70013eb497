import { z } from 'zod'

import { flag, webAddress } from './fields'

/** With what agreements are stamped, checked and sealed; part of the environment's schema. */
export const spkSettings = {
  SPK_SEAL_P12: z
    .string()
    .regex(/^[\w+/=\s-]+$/, 'must be base64')
    .optional()
    .describe(
      'Certificate and key that seal confirmed agreements: a P12 file as base64. Without it they stay unsealed.',
    ),
  SPK_SEAL_PASSPHRASE: z.string().default('').describe('Passphrase of that file.'),
  SPK_METERAI_ROOTS: z
    .string()
    .includes('BEGIN CERTIFICATE', { error: 'must be PEM certificates' })
    .optional()
    .describe(
      'Certificates at which the chain of a real e-Meterai ends, as PEM, one after the other.',
    ),
  SPK_TAKES_SPECIMENS: flag
    .default(false)
    .describe('Whether specimens of e-Meterai count as real ones. For trials only.'),
  PERURI_USER: z
    .string()
    .optional()
    .describe(
      'Account that buys e-Meterai by itself. Empty: staff affix them on the official site.',
    ),
  PERURI_PASSWORD: z.string().optional().describe('Password of that account.'),
  PERURI_BACKEND_URL: webAddress
    .default('https://backendservice.e-meterai.co.id')
    .describe('Login and balance.'),
  PERURI_SERIAL_URL: webAddress
    .default('https://stampv2.e-meterai.co.id')
    .describe('Kinds of documents and serial numbers.'),
  PERURI_UPLOAD_URL: webAddress
    .default('https://fileupload.e-meterai.co.id')
    .describe('Documents to be stamped.'),
  PERURI_SIGN_URL: webAddress
    .default('https://stampservice.e-meterai.co.id')
    .describe('The stamping itself.'),
}
