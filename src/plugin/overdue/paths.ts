/** Where the contracts in arrears stand, below the panel's own address. */
export const OVERDUE_PATH = '/tunggakan'

/** Where staff look at what the ladder would do. */
export const DRY_RUN_PATH = '/uji-jalan'
