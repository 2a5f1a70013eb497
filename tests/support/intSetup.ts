import { inject } from 'vitest'
import { freshDatabase } from './database'
import { testEnvironment } from './environment'

// One worker runs one file at a time, so its pool number names a database that nobody else uses.
Object.assign(process.env, testEnvironment, {
  DATABASE_URL: await freshDatabase({
    database: `app_${process.env.VITEST_POOL_ID ?? '0'}`,
    server: inject('postgres'),
  }),
})
