export { PROXMOX_TOKEN, startProxmox } from './proxmox'
export { type Guest, type ProxmoxStore, TEMPLATE_ID } from './store'
