import config from '@payload-config'
import {
  REST_DELETE,
  REST_GET,
  REST_OPTIONS,
  REST_PATCH,
  REST_POST,
  REST_PUT,
} from '@payloadcms/next/routes'

import { guardRest } from '@/plugin'

export const GET = guardRest({ config, handle: REST_GET(config) })
export const POST = guardRest({ config, handle: REST_POST(config) })
export const DELETE = guardRest({ config, handle: REST_DELETE(config) })
export const PATCH = guardRest({ config, handle: REST_PATCH(config) })
export const PUT = guardRest({ config, handle: REST_PUT(config) })
export const OPTIONS = guardRest({ config, handle: REST_OPTIONS(config) })
