/** The clocks of this page, and what the server signed of its own. */
import type { Anchor } from '@piket/domain/attendance/check-in-record.ts'
import type { PhoneStore } from './store.ts'

/** Names the monotonic clock of this load of the page. */
export const session = crypto.randomUUID()

export const mono = (): number => performance.now()

const key = 'anchor'

/** The last signed time this phone received, of this load or an earlier one. */
export const lastAnchor = async (store: PhoneStore): Promise<Anchor | null> =>
  (await store.get<Anchor>('facts', key)) ?? null

/** Keeps a time that the server signed, with what the clocks here said when it came. */
export async function keepAnchor(
  store: PhoneStore,
  { serverTime, sig }: Pick<Anchor, 'serverTime' | 'sig'>,
): Promise<void> {
  await store.put(['facts', key, { serverTime, sig, mono: mono(), wall: Date.now(), session } satisfies Anchor])
}
