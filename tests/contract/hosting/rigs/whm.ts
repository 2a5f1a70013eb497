import { startWhm, WHM_TOKEN, WHM_USER } from '@/dev/panels'
import { createWhmDriver } from '@/plugin/adapters/hosting/whm'

import { drawService, type RigSource } from '../rig'
import { buildPanelRig } from './panel'

/** The driver of cPanel and WHM before its simulator. */
export const openWhmRig = async () =>
  buildPanelRig({
    changes: [
      'create_parked_domain_for_user',
      'createacct',
      'removeacct',
      'suspendacct',
      'unsuspendacct',
    ],
    count: ({ accounts }) => Object.keys(accounts).length,
    createDriver: createWhmDriver,
    credential: WHM_TOKEN,
    newService: () => drawService({ package: 'hemat' }),
    panel: await startWhm(),
    settings: { username: WHM_USER },
    wrongCredential: 'TOKENOFSOMEBODYELSEAAAAAAAAAAAAA',
    wrongSettings: { owner: 'root', username: 'not a user' },
  })

/** See {@link openWhmRig}. */
export const whmRig: RigSource = { id: 'whm', open: openWhmRig }
