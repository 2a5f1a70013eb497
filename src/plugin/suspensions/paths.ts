/** Where staff see which services are off or should be, below the panel's own address. */
export const SUSPENSIONS_PATH = '/hosting'
