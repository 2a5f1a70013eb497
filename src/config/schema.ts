import { z } from 'zod'
import { address, addressOf, flag, list, mailbox, port, webAddress, wholeNumber } from './fields'
import { disbursementSettings } from './disbursementSettings'
import { dkimSettings } from './dkimSettings'
import { hostingSettings } from './hostingSettings'
import { spkSettings } from './spkSettings'
import { storageSettings } from './storageSettings'

const databaseUrl = addressOf({
  example: 'postgres://user:password@host:5432/lunas',
  schemes: ['postgres', 'postgresql'],
})

const smtpUrl = addressOf({
  example: 'smtps://user:password@host:465',
  schemes: ['smtp', 'smtps'],
})

const scheme = z.enum(['hmac', 'legacy'], 'must be hmac or legacy')

/**
 * Every setting that Lunas reads from the environment. An empty value counts as unset.
 * The descriptions become `.env.example`.
 */
export const environmentSchema = z.object({
  NODE_ENV: z
    .enum(['development', 'production', 'test'], 'must be development, production or test')
    .default('development')
    .describe('Set to production on a live server; stand-ins are then refused.'),
  SERVER_URL: webAddress
    .refine((text) => new URL(text).pathname === '/', 'must not have a path')
    .describe(
      'Public address of the shop, without a path. Links in mails and the addresses given to Duitku begin with it.',
    ),
  PORT: port.default(3000).describe('Port of the web server.'),
  PAYLOAD_SECRET: z
    .string()
    .min(32, 'must have at least 32 characters')
    .describe(
      'Signs sessions and encrypts keys; at least 32 random characters. Changing it logs everybody out.',
    ),
  DATABASE_URL: databaseUrl.describe(
    'Postgres 14 or newer. Left empty, `npm start` brings its own.',
  ),
  DATABASE_POOL_MAX: wholeNumber({ max: 200, min: 3 })
    .default(10)
    .describe('Most connections that one process opens to Postgres.'),
  DUITKU_MERCHANT_CODE: z.string().describe('Code of the Duitku project, such as D1234.'),
  DUITKU_API_KEY: z
    .string()
    .min(16, 'must have at least 16 characters')
    .describe('API key of the Duitku project. It signs requests and proves callbacks.'),
  DUITKU_PREVIOUS_API_KEYS: list(z.string().min(16, 'must have at least 16 characters each'))
    .default([])
    .describe(
      'While the key is being changed: earlier keys that callbacks may still be signed with, with commas between them. Take them out a day after the change.',
    ),
  DUITKU_POP_URL: webAddress
    .default('https://api-prod.duitku.com')
    .describe('Duitku POP; for trials https://api-sandbox.duitku.com.'),
  DUITKU_PASSPORT_URL: webAddress
    .default('https://passport.duitku.com')
    .describe('Duitku status and channels; for trials https://sandbox.duitku.com.'),
  DUITKU_SCHEME: scheme
    .default('hmac')
    .describe('How requests are signed: hmac (HMAC-SHA256) or legacy (SHA256 and MD5).'),
  DUITKU_CALLBACK_SCHEMES: list(scheme)
    .default(['hmac'])
    .describe('Signatures accepted on callbacks: hmac, legacy, or both with a comma.'),
  ...disbursementSettings,
  SMTP_URL: smtpUrl.describe('Mail server, such as smtps://user:password@host:465.'),
  MAIL_FROM: mailbox.describe('Sender of every mail, such as Lunas <toko@example.id>.'),
  ...dkimSettings,
  MAIL_ADMIN: list(address)
    .optional()
    .describe('Who hears of new orders and payments: mail addresses with commas between them.'),
  DOMAIN_SIMULATOR: z
    .string()
    .regex(/^127\.0\.0\.1:\d{2,5}$/, 'must be 127.0.0.1 and a port, such as 127.0.0.1:3030')
    .optional()
    .describe(
      'Domain simulator (development): answers DNS and HTTP in place of the domains of customers.',
    ),
  MEDIA_DIR: z
    .string()
    .default('.lunas/media')
    .describe('Folder of uploaded pictures; relative ones start at the project.'),
  ...spkSettings,
  ...storageSettings,
  ...hostingSettings,
  MESSAGE_STUCK_MINUTES: wholeNumber({ max: 1440, min: 5 })
    .default(60)
    .describe(
      'Minutes that messages may wait without any going out before admins and owners are alarmed.',
    ),
  WHATSAPP_NUMBER: z
    .string()
    .regex(/^[1-9]\d{7,14}$/, 'must be digits with the country code, such as 6281234567890')
    .optional()
    .describe('Number of the shop for wa.me links: country code first, digits only.'),
  WHATSAPP_CHANNEL: z
    .enum(['cloud', 'fonnte', 'wa.me'], 'must be wa.me, cloud or fonnte')
    .default('wa.me')
    .describe(
      'How WhatsApp messages leave: wa.me (links that a member of staff opens), cloud (Meta Cloud API) or fonnte (a linked phone, which WhatsApp does not allow).',
    ),
  WHATSAPP_CLOUD_URL: webAddress
    .default('https://graph.facebook.com')
    .describe('Graph API of Meta, for the channel cloud.'),
  WHATSAPP_CLOUD_VERSION: z
    .string()
    .regex(/^v\d{1,3}\.\d{1,2}$/, 'must look like v23.0')
    .default('v23.0')
    .describe('Version of the Graph API.'),
  WHATSAPP_CLOUD_PHONE_ID: z
    .string()
    .regex(/^\d{1,30}$/, 'must be digits; it is the id of the number, not the number')
    .optional()
    .describe('Phone number id at Meta. The channel cloud needs it.'),
  WHATSAPP_CLOUD_ACCOUNT_ID: z
    .string()
    .regex(/^\d{1,30}$/, 'must be digits; it is the id of the WhatsApp Business account')
    .optional()
    .describe(
      'Id of the WhatsApp Business account; with it `npm run doctor` checks the message templates.',
    ),
  WHATSAPP_CLOUD_TOKEN: z
    .string()
    .optional()
    .describe(
      'Access token of a system user with whatsapp_business_messaging. The channel cloud needs it.',
    ),
  WHATSAPP_CLOUD_SECRET: z
    .string()
    .optional()
    .describe(
      'App secret at Meta; it proves that reports and replies are genuine. The channel cloud needs it.',
    ),
  WHATSAPP_CLOUD_VERIFY: z
    .string()
    .optional()
    .describe(
      'A word of your own that you enter at Meta beside the webhook address. The channel cloud needs it.',
    ),
  FONNTE_URL: webAddress
    .default('https://api.fonnte.com')
    .describe('Fonnte, for the channel fonnte.'),
  FONNTE_TOKEN: z
    .string()
    .optional()
    .describe('Token of the device at Fonnte. The channel fonnte needs it.'),
  RATE_LIMIT_FACTOR: wholeNumber({ max: 1_000_000, min: 0 })
    .default(1)
    .describe('Multiplies every rate limit; 0 switches them off (load tests).'),
  SHOP_NAME: z
    .string()
    .max(60, 'must have at most 60 characters')
    .default('Hanzamas')
    .describe('Name of the shop in mails and on the payment page.'),
  SUPPORT_EMAIL: address
    .default('halo@hanzamas.tech')
    .describe('Address at which customers reach a person.'),
  LUNAS_DEMO: flag
    .default(false)
    .describe('1 allows stand-ins (simulator, catchers, demo keys) with NODE_ENV=production.'),
  SIMULATOR_PORT: port.default(3010).describe('Port of the Duitku simulator (development).'),
  MAIL_CATCHER_PORT: port.default(3020).describe('Port of the mail catcher page (development).'),
  WHATSAPP_CATCHER_PORT: port.default(3021).describe('Port of the WhatsApp catcher (development).'),
  DOMAIN_SIMULATOR_PORT: port
    .default(3030)
    .describe('Port of the domain simulator, UDP and TCP (development).'),
  PERURI_SIMULATOR_PORT: port
    .default(3040)
    .describe('Port of the e-Meterai simulator (development).'),
  PANEL_SIMULATORS_PORT: port
    .default(3051)
    .describe(
      'First of three ports of the simulators of HestiaCP, cPanel and Proxmox (development).',
    ),
  CADDY_PORT: port
    .default(3060)
    .describe('Port on which the Caddy of a demo shows the sites of customers (development).'),
  CADDY_ADMIN_PORT: port
    .default(3061)
    .describe('Port of the admin API of that Caddy, on this machine only (development).'),
  CADDY_PATH: z
    .string()
    .optional()
    .describe('Caddy for the sites of a demo, when it is in an unusual place; `none` for none.'),
  CHROMIUM_PATH: z
    .string()
    .optional()
    .describe('Chromium or Chrome for the browser tests, when it is in an unusual place.'),
})

/** The checked settings, as the program reads them. */
export type Environment = Readonly<z.output<typeof environmentSchema>>

/** The name of one setting. */
export type EnvironmentName = keyof typeof environmentSchema.shape
