/** How an identity is written. */
export const uuidForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** True: the text may be the identity of a record. */
export const isUuid = (text: string): boolean => uuidForm.test(text)
