/** Districts (kecamatan) and villages (desa, kelurahan) of a region. */
import type { Tx } from '#platform/db.ts'
import { districtRows, villageRows } from './queries.ts'

export interface District {
  readonly code: string
  readonly name: string
}

export interface Village extends District {
  /** Code of its district. */
  readonly district: string
}

export interface Areas {
  /** By name. */
  readonly districts: readonly District[]
  readonly villages: readonly Village[]
}

/** The areas of the region. */
export const areasOf = async (tx: Tx): Promise<Areas> => ({
  districts: await districtRows(tx),
  villages: await villageRows(tx),
})
