import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const inProject = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

const alias = {
  '@payload-config': inProject('./payload.config.ts'),
  '@': inProject('./src'),
}

export default defineConfig({
  resolve: { alias },
  test: {
    environment: 'node',
    maxWorkers: 2,
    pool: 'forks',
    projects: [
      {
        extends: true,
        test: {
          hookTimeout: 60_000,
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts'],
          name: 'unit',
          setupFiles: ['tests/support/unitSetup.ts'],
          // They give way to the build and the browsers of `npm test`: no bar, only an end to hanging.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          globalSetup: ['tests/support/globalSetup.ts'],
          hookTimeout: 90_000,
          include: ['tests/int/**/*.test.{ts,tsx}'],
          name: 'int',
          setupFiles: ['tests/support/intSetup.ts'],
          testTimeout: 60_000,
        },
      },
    ],
  },
})
