/** An e-mail address as it is looked for: without blanks around it, and each letter in one form, so that nobody has two of the same. */
export const normalEmail = (given: string): string => given.trim().normalize('NFKC').toLowerCase()
