import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { s3Storage } from '@payloadcms/storage-s3'
import { en } from '@payloadcms/translations/languages/en'
import { id } from '@payloadcms/translations/languages/id'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { shopDatabase } from './src/config/database'
import { disbursementOptions } from './src/config/disbursement'
import { domainProofOptions } from './src/config/domains'
import { duitkuOptions } from './src/config/duitku'
import { env } from './src/config/env'
import { hostingOptions } from './src/config/hosting'
import { mailOptions } from './src/config/mail'
import { shopSecrets } from './src/config/secrets'
import { spkOptions, stampOptions } from './src/config/spk'
import { bucketClient, storageOptions } from './src/config/storage'
import { chatOptions } from './src/config/whatsapp'
import { createMailTransport, createShopLogger, lunas } from './src/plugin'

const root = path.dirname(fileURLToPath(import.meta.url))
/** What staff may upload for a release; pictures have a limit of their own. */
const MAX_FILE_BYTES = 2 * 1024 ** 3
const isProduction = env.NODE_ENV === 'production'

export default buildConfig({
  admin: {
    avatar: 'default',
    dateFormat: "d MMM yyyy 'pukul' HH.mm",
    components: {
      graphics: {
        Icon: '/plugin/staff/admin/Icon#Icon',
        Logo: '/plugin/staff/admin/Logo#Logo',
      },
    },
    importMap: { baseDir: path.join(root, 'src') },
    meta: { titleSuffix: ' · Lunas' },
    timezones: { defaultTimezone: 'Asia/Jakarta' },
    user: 'staff',
  },
  cookiePrefix: 'lunas',
  cors: [env.SERVER_URL],
  csrf: [env.SERVER_URL],
  db: shopDatabase(path.join(root, 'src/migrations')),
  defaultDepth: 0,
  editor: lexicalEditor(),
  email: createMailTransport(mailOptions(env)),
  graphQL: { disable: true },
  i18n: { fallbackLanguage: 'id', supportedLanguages: { en, id } },
  logger: createShopLogger({ secrets: shopSecrets(env) }),
  loggingLevels: { APIError: 'info' },
  localization: { defaultLocale: 'id', fallback: true, locales: ['id', 'en'] },
  maxDepth: 3,
  plugins: [
    lunas({
      disbursement: disbursementOptions(env),
      domainProof: domainProofOptions(env),
      downloads: { maxFileBytes: MAX_FILE_BYTES },
      duitku: duitkuOptions(env),
      hosting: hostingOptions(env),
      mailAdmin: env.MAIL_ADMIN ?? [],
      mediaDir: path.resolve(root, env.MEDIA_DIR),
      rateLimitFactor: env.RATE_LIMIT_FACTOR,
      scopes: { proofName: 'hanzamas' },
      secret: env.PAYLOAD_SECRET,
      secureCookies: isProduction && env.SERVER_URL.startsWith('https:'),
      serverUrl: env.SERVER_URL,
      shopName: env.SHOP_NAME,
      spk: spkOptions(env),
      stamp: stampOptions(env),
      storage: storageOptions(env, root),
      stuckAfterMinutes: env.MESSAGE_STUCK_MINUTES,
      support: {
        email: env.SUPPORT_EMAIL,
        ...(env.WHATSAPP_NUMBER && { whatsapp: env.WHATSAPP_NUMBER }),
      },
      whatsapp: chatOptions(env),
    }),
    s3Storage({
      // The columns are there in either case, so that migrations are the same everywhere.
      alwaysInsertFields: true,
      bucket: env.S3_BUCKET ?? '',
      collections: { 'release-files': { prefix: 'releases' } },
      config: bucketClient(env),
      enabled: Boolean(env.S3_BUCKET),
    }),
  ],
  secret: env.PAYLOAD_SECRET,
  serverURL: env.SERVER_URL,
  sharp,
  telemetry: false,
  typescript: { autoGenerate: false, outputFile: path.join(root, 'src/payload-types.ts') },
  upload: {
    limits: { fileSize: MAX_FILE_BYTES },
    requestSizeLimit: MAX_FILE_BYTES + 1_000_000,
    responseOnLimit: 'Berkas melebihi batas 2 GB. / The file is over the limit of 2 GB.',
    tempFileDir: path.resolve(root, '.lunas/uploads'),
    useTempFiles: true,
  },
})
