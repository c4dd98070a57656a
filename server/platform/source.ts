import type { Clock } from './clock.ts'
import type { Db } from './db.ts'

/** What a service works with: the database and the clock. */
export interface Source {
  readonly db: Db
  readonly clock: Clock
}
