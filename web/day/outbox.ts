/**
 * What was written and waits for a signal. Each entry is kept on the phone before anything is said, sent by one tab at a
 * time, and counts as sent only when the server has said so. The server keeps an id once, so sending twice does no harm.
 */
import { type Keys, type Sealed, seal, unseal } from './keys.ts'
import type { PhoneStore } from './store.ts'

/** What an entry is. Each kind is sent by its own page, and shown there. */
export type EntryKind = 'check-in' | 'report' | 'mark' | 'photo'

export interface Waiting<T = unknown> {
  readonly id: string
  readonly kind: EntryKind
  /** Order of sending: the order of writing. */
  readonly order: number
  /** Milliseconds since 1970, by the phone. */
  readonly savedAt: number
  readonly state: 'waiting' | 'sent' | 'refused'
  /** Why the server refused it or does not take it yet, in its words; of an answer that it took: why the recall was cancelled. */
  readonly why?: string | undefined
  readonly body: T
}

type Kept = Omit<Waiting, 'body'> & {
  readonly sealed: Sealed
  /** How often it was sent and not taken yet. */
  readonly tried?: number
}

/** Each of these is true without those before it: one that has to wait holds up no other. */
const standAlone: ReadonlySet<EntryKind> = new Set(['photo'])

/** What became of an attempt: kept by the server, refused for good, or worth another one later. */
export type Outcome =
  | { readonly state: 'sent'; readonly why?: string | undefined }
  | { readonly state: 'refused'; readonly why: string; readonly code?: string | undefined }
  /** `why`: the server has answered, and somebody has to do something first. */
  | { readonly state: 'later'; readonly seconds: number; readonly why?: string | undefined }
  /** Nothing can be sent before somebody signs in. */
  | { readonly state: 'sign-in' }

export interface Drained {
  /** Seconds until another try; undefined: nothing waits, or somebody has to sign in first. */
  readonly again?: number
  /** Why the first that waits is not taken yet, where the server has said so. */
  readonly why?: string | undefined
  readonly signIn: boolean
}

/** The entry and the store writes that keep it, to be made together with others. */
export async function entryOf(keys: Keys, { body, ...rest }: Omit<Waiting, 'state'>) {
  const kept: Kept = { ...rest, state: 'waiting', sealed: await seal(keys, body) }
  return ['outbox', rest.id, kept] as const
}

/** Everything of a kind, in the order of writing. */
const keptOf = async (store: PhoneStore, kind: EntryKind): Promise<Kept[]> =>
  (await store.all<Kept>('outbox')).filter((entry) => entry.kind === kind).sort((a, b) => a.order - b.order)

/** Everything of a kind that is in it, in the order of writing. */
export async function entries(store: PhoneStore, keys: Keys, kind: EntryKind = 'check-in'): Promise<Waiting[]> {
  const kept = await keptOf(store, kind)
  return Promise.all(kept.map(async ({ sealed, ...rest }) => ({ ...rest, body: await unseal(keys, sealed) })))
}

const dayInMilliseconds = 86_400_000

/** Forgets what was sent more than a day ago. What was refused stays until the person has read it and lets it go. */
export async function forgetOld(store: PhoneStore, now: number): Promise<void> {
  const old = (await store.all<Kept>('outbox')).filter(
    ({ state, savedAt }) => state === 'sent' && now - savedAt > dayInMilliseconds,
  )
  if (old.length > 0) await store.put(...old.map(({ id }) => ['outbox', id, undefined] as const))
}

/** Says what became of an entry, as it is by now: signed since it was read, or removed. */
async function change(store: PhoneStore, id: string, became: Partial<Kept>): Promise<void> {
  const entry = await store.get<Kept>('outbox', id)
  if (entry) await store.put(['outbox', id, { ...entry, ...became }])
}

/** Does something while no tab sends. */
const alone = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  navigator.locks.request(`piket-outbox-${name}`, work) as Promise<T>

/** In the order of writing; what stands alone lets those before it that were tried less. */
async function inTurn(store: PhoneStore, kind: EntryKind): Promise<Kept[]> {
  const kept = await keptOf(store, kind)
  return standAlone.has(kind) ? kept.sort((a, b) => (a.tried ?? 0) - (b.tried ?? 0)) : kept
}

/**
 * Sends what waits of a kind, in order, until something has to wait; what stands alone until nobody answers. One tab does
 * it at a time; the others leave it to that one.
 * @param tell called after every change, so that the page shows what is true now
 */
export const drain = (
  store: PhoneStore,
  keys: Keys,
  name: string,
  send: (entry: Waiting) => Promise<Outcome>,
  tell: () => Promise<void>,
  kind: EntryKind = 'check-in',
): Promise<Drained> =>
  alone(name, async () => {
    let waits: Drained = { signIn: false }
    for (const { id } of await inTurn(store, kind)) {
      const entry = await store.get<Kept>('outbox', id)
      if (entry?.state !== 'waiting') continue
      const { sealed, tried = 0, ...rest } = entry
      const outcome = await send({ ...rest, body: await unseal(keys, sealed) })
      if (outcome.state === 'sign-in') return { signIn: true }
      if (outcome.state === 'later') {
        const { seconds, why } = outcome
        await change(store, id, { tried: tried + 1, ...(why !== undefined && { why }) })
        waits = { again: seconds, why: waits.why ?? why, signIn: false }
        // No answer, or one that turns everybody away: whatever follows would only press harder.
        if (why === undefined || !standAlone.has(kind)) return waits
        continue
      }
      await change(store, id, { why: undefined, ...outcome })
      await tell()
    }
    return waits
  })
