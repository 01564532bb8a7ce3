/** What this installation is called: the page that the gateway sends says it. */
export const productName = globalThis.document?.querySelector<HTMLMetaElement>('meta[name="application-name"]')?.content ?? 'ClusterPoliSEE'

/** Address of its logo; null: it has that of ClusterPoliSEE. */
export const logoAddress = globalThis.document?.querySelector('link[rel="icon"][href="/logo"]') ? '/logo' : null
