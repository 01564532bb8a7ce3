import type { LogKey } from './log-key.js'
import type { TreeHead } from './merkle-tree.js'

/** A checkpoint as a signed note (C2SP tlog-checkpoint): whose log it is, how many rows it seals, their root, and the signature. */
export function writeCheckpoint({ size, root }: TreeHead, key: LogKey): string {
  const text = `${key.name}\n${size}\n${root.toString('base64')}\n`
  return `${text}\n${key.signatureLine(text)}`
}

/** What a note says, and who says it. */
export interface ReadCheckpoint extends TreeHead {
  /** Name of the key, and whether it is the one at hand and its signature right. */
  readonly by: string
  readonly isSigned: boolean
}

const NOTE = /^((.+)\n(\d+)\n([A-Za-z0-9+/=]{44})\n(?:.+\n)*)\n— (\S+) ([A-Za-z0-9+/=]+)\n$/

/** Reads a note; null when it is none. */
export function readCheckpoint(note: string, key: LogKey): ReadCheckpoint | null {
  const [, text, , size, root, by, signature] = NOTE.exec(note) ?? []
  if (!text || !root || !by || !signature) return null
  return { size: Number(size), root: Buffer.from(root, 'base64'), by, isSigned: key.hasSigned(text, Buffer.from(signature, 'base64')) }
}
