/** Keeps secrets in the database that the database alone cannot read: AES-256-GCM with a key that lies elsewhere. */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Vault {
  /** @param about whose it is and what for: it opens for nothing else */
  close(secret: Buffer, about: string): Buffer
  /** @returns undefined: it was closed with another key, about something else, or changed */
  open(closed: Buffer, about: string): Buffer | undefined
}

const [algorithm, nonceLength, tagLength, keyLength] = ['aes-256-gcm', 12, 16, 32] as const

export const vaultWith = (key: Buffer): Vault => ({
  close(secret, about) {
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(about))
    const text = Buffer.concat([cipher.update(secret), cipher.final()])
    return Buffer.concat([nonce, cipher.getAuthTag(), text])
  },
  open(closed, about) {
    if (closed.length < nonceLength + tagLength) return undefined
    const decipher = createDecipheriv(algorithm, key, closed.subarray(0, nonceLength), { authTagLength: tagLength })
    decipher.setAAD(Buffer.from(about)).setAuthTag(closed.subarray(nonceLength, nonceLength + tagLength))
    try {
      return Buffer.concat([decipher.update(closed.subarray(nonceLength + tagLength)), decipher.final()])
    } catch {
      return undefined
    }
  },
})

/**
 * The vault of an installation: its key is `PIKET_KEY`, or a file of the data folder that is made at the first start.
 * @param home the data folder; undefined: the database is elsewhere
 * @returns undefined: there is no place for a key
 * @throws when `PIKET_KEY` is no key; the message says what to set
 */
export async function vaultOf(environment: NodeJS.ProcessEnv, home: string | undefined): Promise<Vault | undefined> {
  const given = environment.PIKET_KEY
  if (given) return vaultWith(keyIn(given))
  return home === undefined ? undefined : vaultWith(await keyOfFile(join(home, 'rahasia.key')))
}

function keyIn(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length === keyLength) return key
  throw new Error(
    'PIKET_KEY harus 32 bita acak dalam base64, misalnya dari `openssl rand -base64 32`. / ' +
      'PIKET_KEY must be 32 random bytes in base64, for example of `openssl rand -base64 32`.',
  )
}

async function keyOfFile(file: string): Promise<Buffer> {
  const made = randomBytes(keyLength).toString('base64')
  // Whoever comes second reads what the first has written.
  await writeFile(file, `${made}\n`, { flag: 'wx', mode: 0o600 }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  return keyIn(await readFile(file, 'utf8'))
}
