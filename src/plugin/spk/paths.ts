/** Where staff work on agreements, below the panel's own address. */
export const SPK_PATH = '/spk'
