import { HESTIA_KEY, startHestia } from '@/dev/panels'
import { createHestiaDriver } from '@/plugin/adapters/hosting/hestia'

import { drawService, type RigSource } from '../rig'
import { buildPanelRig } from './panel'

const OWN = ['v-add-user', 'v-add-web-domain', 'v-delete-user']
const SWITCHES = ['user', 'web-domain'].flatMap((what) => [
  `v-suspend-${what}`,
  `v-unsuspend-${what}`,
])

/** The driver of HestiaCP before its simulator. */
export const openHestiaRig = async () =>
  buildPanelRig({
    changes: [...OWN, ...SWITCHES],
    count: ({ users }) => Object.keys(users).length,
    createDriver: createHestiaDriver,
    credential: HESTIA_KEY,
    newService: () => drawService({ package: 'hemat' }),
    panel: await startHestia(),
    settings: {},
    wrongCredential: `${'SomebodyElsesAccess0'}:${'SomebodyElsesSecretOfFortyCharacters0000'}`,
    wrongSettings: { ip: 'not an address', port: 8083 },
  })

/** See {@link openHestiaRig}. */
export const hestiaRig: RigSource = { id: 'hestia', open: openHestiaRig }
