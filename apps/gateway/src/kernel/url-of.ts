/** Address of what listens at a host and a port of this machine. */
export const urlOf = (host: string, port: number | undefined): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
