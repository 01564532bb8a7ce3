/** Version of this package: what an edition computed by it names. Raised with every change of a result. */
export const METHODS_VERSION = '0.2.0'
