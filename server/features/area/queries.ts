import type { Tx } from '#platform/db.ts'

/** Districts of the region, by name. */
export const districtRows = (tx: Tx) => tx.selectFrom('district').select(['code', 'name']).orderBy('name').execute()

/** Villages of the region, by name. */
export const villageRows = (tx: Tx) =>
  tx.selectFrom('village').select(['code', 'name', 'district_code as district']).orderBy('name').execute()
