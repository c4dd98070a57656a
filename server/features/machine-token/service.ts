/** Tokens by which other systems of the region read. */
import { machinePermissions, type Permission } from '@piket/domain/access/permission.ts'
import type { Viewer } from '@piket/domain/access/role.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import { newToken, tokenOf } from '#platform/session-token.ts'
import type { Source } from '#platform/source.ts'
import type { SignedIn } from '../session/service.ts'
import { addToken, goodToken, nameOf, revokeRow, tokenBy, tokens } from './queries.ts'
import { longestDays } from './schema.ts'

export interface MachineToken {
  readonly id: string
  readonly name: string
  readonly permissions: readonly string[]
  /** Moments, in milliseconds. */
  readonly made: number
  readonly expires: number
  readonly revoked: number | null
}

/** What the IT officer asks for. */
export interface TokenOrder {
  /** UUID of the form: sent twice, it is one. */
  readonly id: string
  readonly name: string
  readonly permissions: readonly Permission[]
  /** Days from now until it ends. */
  readonly days: number
}

const dayInMilliseconds = 86_400_000

const actorOf = (viewer: Pick<Viewer, 'region'>) => ({ region: viewer.region, reach: 'region' }) as const

/**
 * Makes a token, once however often its form is sent.
 * @returns its text, which is told once and kept nowhere; a refusal when it would open nothing, or for too long, or was
 * made before
 */
export async function makeToken(
  { db, clock }: Source,
  viewer: Viewer,
  { id, name, permissions, days }: TokenOrder,
): Promise<{ readonly token: string } | Refusal> {
  const asked = machinePermissions.filter((one) => permissions.includes(one))
  if (name.trim() === '' || asked.length === 0)
    return lacking('machine-token-empty', {
      nama: name.trim() === '' && { id: 'nama sistemnya belum ditulis', en: 'the system has no name yet' },
      izin: asked.length === 0 && { id: 'izinnya belum dipilih', en: 'no permission is chosen yet' },
    })
  if (!Number.isInteger(days) || days < 1 || days > longestDays) return { refused: 'machine-token-too-long' }
  const { text, hash } = newToken(viewer.region)
  const now = clock.moment()
  return as(db, actorOf(viewer), async (tx) => {
    const added = await addToken(tx, {
      token_id: id,
      name: name.trim(),
      permissions: asked,
      token_hash: hash,
      made_by: viewer.account,
      made_at: momentText(now),
      expires_at: momentText(now + days * dayInMilliseconds),
    })
    if (!added) {
      const kept = await tokenBy(tx, viewer.account, id)
      const isAsked = kept?.name === name.trim() && kept.permissions.join() === asked.join()
      const isSame = isAsked && kept.expires - kept.made === days * dayInMilliseconds
      return { refused: isSame ? 'secret-shown-once' : 'form-used' }
    }
    const body = { name: name.trim(), permissions: asked, days }
    await recordEvent(tx, { actor: viewer.account, kind: 'machine-token-made', subject: id, body })
    return { token: text }
  })
}

/** Every token of a region, the newest first, ended ones too. */
export const listTokens = ({ db }: Source, region: string): Promise<MachineToken[]> =>
  as(db, actorOf({ region }), tokens)

/** Ends a token at once; one that was ended stays so. */
export const revokeToken = ({ db, clock }: Source, viewer: Viewer, id: string): Promise<Refusal | undefined> =>
  as(db, actorOf(viewer), async (tx) => {
    const revoked = await revokeRow(tx, id, viewer.account, momentText(clock.moment()))
    if (!revoked) return (await nameOf(tx, id)) ? undefined : { refused: 'not-found' }
    await recordEvent(tx, { actor: viewer.account, kind: 'machine-token-revoked', subject: id, body: revoked })
    return undefined
  })

/** Who holds the token of a machine; undefined when it is none, has ended, or was revoked. */
export async function recogniseMachine({ db, clock }: Source, text: string): Promise<SignedIn | undefined> {
  const token = tokenOf(text)
  if (!token) return undefined
  const found = await as(db, actorOf(token), (tx) => goodToken(tx, token.hash, momentText(clock.moment())))
  return (
    found && {
      region: token.region,
      account: found.id,
      roles: [{ role: 'machine', only: found.permissions }],
      name: found.name,
      title: null,
      token: token.hash,
      method: 'machine',
      // A program cannot be asked who it is: its token says what it may.
      proved: Number.POSITIVE_INFINITY,
      lacks: undefined,
      passwordExpired: false,
    }
  )
}

/** What the machine with a token is called. */
export const machineName = async (tx: Tx, id: string): Promise<string | undefined> => (await nameOf(tx, id))?.name

const momentText = (at: number): string => new Date(at).toISOString()
