export { createProxmoxDriver, type ProxmoxOptions } from './createProxmoxDriver'
