/** Who has the word on what somebody asks: by the post above them, by an acting one, or by a role that was given. */
import type { GrantedRole } from '@piket/domain/access/role.ts'
import type { GatheredKind } from '@piket/domain/messages/notice.ts'
import type { Tx } from '#platform/db.ts'
import { peopleWithRole } from '../account/service.ts'
import { actingFor, headsOf } from '../leader/service.ts'
import { tellOfArrival } from '../notice/service.ts'
import type { Source } from '../notice-address/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { type Posting, postingOf, type Window } from '../staff/service.ts'

/** As what somebody decides. */
export type DecidingAs = 'superior' | 'head' | GrantedRole

/** Somebody who asks. */
interface Asking {
  readonly employee: string
  readonly posting: Pick<Posting, 'agency' | 'supervisor'>
}

/** The people who decide as the first of some posts that anybody holds. Nobody decides their own. */
async function decidersOf(tx: Tx, asking: Asking, posts: readonly DecidingAs[], window: Window): Promise<string[]> {
  for (const post of posts) {
    const holders = (await holdersOf(tx, asking, post, window)).filter((one) => one !== asking.employee)
    if (holders.length > 0) return [...new Set(holders)]
  }
  return []
}

async function holdersOf(
  tx: Tx,
  { posting: { agency, supervisor } }: Asking,
  post: DecidingAs,
  window: Window,
): Promise<string[]> {
  if (post === 'head') return headsOf(tx, agency, window)
  if (post !== 'superior') return peopleWithRole(tx, post, window)
  return supervisor === null ? [] : [supervisor, ...(await actingFor(tx, supervisor, window))]
}

/** What somebody asks, and who decides it. */
export interface Arrival {
  readonly kind: GatheredKind
  readonly employee: string
  /** From the nearest on. */
  readonly posts: readonly DecidingAs[]
  /** Who wrote it down: they know. */
  readonly by: string
  /** Whose head decides, wherever the person is now; absent: of their own agency. */
  readonly agency?: string
}

/** Tells those who decide that something has come, in the transaction that writes it. */
export async function tellDeciders(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  { kind, employee, posts, by, agency: named }: Arrival,
): Promise<void> {
  const window = roleWindow(source, region)
  const posting = await postingOf(tx, employee, window)
  const agency = named ?? posting?.agency
  if (agency === undefined) return
  const asking = { employee, posting: { agency, supervisor: posting?.supervisor ?? null } }
  const deciders = await decidersOf(tx, asking, posts, window)
  await tellOfArrival(
    tx,
    source,
    region,
    kind,
    deciders.filter((one) => one !== by),
  )
}
