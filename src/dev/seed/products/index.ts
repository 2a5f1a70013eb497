import type { ProductCopy } from '../copy'

import { analisis } from './analisis'
import { cloudServer } from './cloudServer'
import { colocation } from './colocation'
import { dedicatedServer } from './dedicatedServer'
import { konsultasi } from './konsultasi'
import { template } from './template'
import { vps } from './vps'

/** Everything the demo shop sells. */
export const productCopies: ProductCopy[] = [
  konsultasi,
  template,
  analisis,
  vps,
  cloudServer,
  dedicatedServer,
  colocation,
]
