/**
 * The settings of every test process. `DATABASE_URL` is absent on purpose: the unit project has no
 * database, the int project gets one per test file.
 */
export const testEnvironment = {
  DISABLE_PAYLOAD_HMR: 'true',
  DUITKU_API_KEY: 'demo-key-only-for-the-simulator-0001',
  DUITKU_MERCHANT_CODE: 'DS00001',
  DUITKU_PASSPORT_URL: 'http://127.0.0.1:3010',
  DUITKU_POP_URL: 'http://127.0.0.1:3010',
  MAIL_ADMIN: 'admin@lunas.test',
  MAIL_FROM: 'Lunas <toko@lunas.test>',
  MEDIA_DIR: '.lunas/test-media',
  PRIVATE_DIR: '.lunas/test-private',
  NODE_ENV: 'test',
  PAYLOAD_SECRET: 'a-secret-that-only-the-tests-know-0001',
  SERVER_URL: 'http://localhost:3000',
  SMTP_URL: 'smtp://127.0.0.1:3025',
  TZ: 'UTC',
} as const
