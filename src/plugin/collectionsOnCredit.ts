import {
  createHostingAccountsCollection,
  createHostingServersCollection,
  createHostingTasksCollection,
  createServiceBlockersCollection,
} from './hosting'
import {
  createAllocationsCollection,
  createContractRevisionsCollection,
  createContractsCollection,
  createInstalmentsCollection,
} from './instalments'
import type { Slugs } from './kernel/payload'
import { createContractStaffEndpoints } from './orders'
import { createChancesCollection, createOverdueCasesCollection } from './overdue'
import {
  createSpkAccessesCollection,
  createSpkEditionsCollection,
  createSpkFilesCollection,
  createSpksCollection,
  createSpkTemplatesCollection,
} from './spk'
import { createSuspensionEndpoints } from './suspensions'

/** What is owed and agreed, and what happens when it stays unpaid. */
export const createContractCollections = (slugs: Slugs) => ({
  allocations: createAllocationsCollection({ slugs }),
  instalments: createInstalmentsCollection({ slugs }),
  contracts: createContractsCollection({ endpoints: createContractStaffEndpoints(), slugs }),
  contractRevisions: createContractRevisionsCollection({ slugs }),
  overdueCases: createOverdueCasesCollection({ slugs }),
  chances: createChancesCollection({ slugs }),
  serviceBlockers: createServiceBlockersCollection({ slugs }),
})

/** Agreements before the money, what they say and what became of them. */
export const createSpkCollections = (slugs: Slugs) => ({
  spks: createSpksCollection({ slugs }),
  spkTemplates: createSpkTemplatesCollection({ slugs }),
  spkEditions: createSpkEditionsCollection({ slugs }),
  spkFiles: createSpkFilesCollection({ slugs }),
  spkAccesses: createSpkAccessesCollection({ slugs }),
})

/** Services, the servers they stand on, and what people have to do there. */
export const createHostingCollections = (slugs: Slugs) => ({
  hostingAccounts: createHostingAccountsCollection({
    endpoints: createSuspensionEndpoints(),
    slugs,
  }),
  hostingServers: createHostingServersCollection({ slugs }),
  hostingTasks: createHostingTasksCollection({ slugs }),
})
