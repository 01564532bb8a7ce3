import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const PRESENT = 0x01
const VERIFIED = 0x04
const WITH_CREDENTIAL = 0x40

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const text = (data: Uint8Array) => Buffer.from(data).toString('base64url')

/** A device that keeps one passkey of a site, as a browser speaks with it. It can be made to lie. */
export class Authenticator {
  /** How often it has signed. */
  counter = 0
  /** It knew its person by a PIN or a finger. */
  knowsPerson = true
  private readonly id = randomBytes(16)
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  private userHandle = ''

  constructor(private readonly origin: string) {}

  /** Makes its passkey; answers what a browser sends. */
  make(offered: string): string {
    const { challenge, user } = JSON.parse(offered) as { challenge: string; user: { id: string } }
    this.userHandle = user.id
    const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, this.publicKey()])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(Buffer.concat([this.data(WITH_CREDENTIAL), credential]))],
    ])
    const attestationObject = text(isoCBOR.encode(attestation as never))
    return this.answer({ clientDataJSON: text(this.clientData('webauthn.create', challenge)), attestationObject, transports: ['internal'] })
  }

  /** Signs what it is asked; answers what a browser sends. */
  sign(asked: string): string {
    const { challenge } = JSON.parse(asked) as { challenge: string }
    this.counter += 1
    const [data, clientData] = [this.data(0), this.clientData('webauthn.get', challenge)]
    const signature = sign('sha256', Buffer.concat([data, sha256(clientData)]), this.keys.privateKey)
    return this.answer({ clientDataJSON: text(clientData), authenticatorData: text(data), signature: text(signature), userHandle: this.userHandle })
  }

  private answer(response: object): string {
    return JSON.stringify({ id: text(this.id), rawId: text(this.id), type: 'public-key', clientExtensionResults: {}, response })
  }

  private clientData(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  private data(flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(new URL(this.origin).hostname), Buffer.from([PRESENT | flags | (this.knowsPerson ? VERIFIED : 0)]), counter])
  }

  /** ES256, as COSE has it. */
  private publicKey(): Uint8Array {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' })
    const coordinate = (value = '') => new Uint8Array(Buffer.from(value, 'base64url'))
    const key = new Map<number, unknown>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, coordinate(x)],
      [-3, coordinate(y)],
    ])
    return isoCBOR.encode(key as never)
  }
}
