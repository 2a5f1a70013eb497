// Preloaded by the scripts of package.json: fills unset settings from `.env` and, on a developer
// machine, from the shop that `npm start` has running (so `npm run doctor` finds its database).
import { existsSync, readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'

const fillUnset = (values) => {
  for (const [name, value] of Object.entries(values)) {
    if (!(name in process.env) && value !== '') {
      process.env[name] = value
    }
  }
}

/** Fills unset settings from the file `.env` of the current folder. */
export const loadDotEnv = () => {
  if (existsSync('.env')) {
    fillUnset(parseEnv(readFileSync('.env', 'utf8')))
  }
}

const loadRunningShop = () => {
  const file = `${process.env.LUNAS_STATE ?? '.lunas'}/environment.json`
  if (process.env.NODE_ENV !== 'production' && existsSync(file)) {
    fillUnset(JSON.parse(readFileSync(file, 'utf8')))
  }
}

if (process.execArgv.some((argument) => argument.endsWith('dotenv.mjs'))) {
  loadDotEnv()
  loadRunningShop()
}
