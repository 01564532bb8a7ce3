/** True where people come by https: cookies are then kept to it. */
export const isHttps = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false
