import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const region = sql<string>`current_setting('piket.region')`

export const pushKey = (tx: Tx) =>
  tx.selectFrom('push_key').select(['public_key as publicKey', 'private_key as privateKey']).executeTakeFirst()

/** Keeps the key of the region, unless somebody was faster. */
export const keepPushKey = (tx: Tx, keys: { readonly publicKey: string; readonly privateKey: string }) =>
  tx
    .insertInto('push_key')
    .values({ region_id: region, public_key: keys.publicKey, private_key: keys.privateKey })
    .onConflict((conflict) => conflict.doNothing())
    .execute()

export const subscriptionsOf = (tx: Tx, employee: string) =>
  tx
    .selectFrom('push_subscription')
    .where('employee_id', '=', employee)
    .select(['endpoint_sha256 as hash', 'endpoint', 'p256dh', 'auth', 'subscribed_at as since'])
    .orderBy('subscribed_at', 'desc')
    .orderBy('endpoint_sha256')
    .execute()

/** People of these who have a browser that takes notices. */
export const subscribedOf = (tx: Tx, employees: readonly string[]) =>
  tx
    .selectFrom('push_subscription')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .select('employee_id as employee')
    .distinct()
    .execute()

interface SubscriptionRow {
  endpoint_sha256: Buffer
  employee_id: string
  endpoint: string
  p256dh: string
  auth: string
  subscribed_at: string
}

/** Keeps a browser; one that is known tells from now on whoever uses it now. */
export const keepSubscription = (tx: Tx, { endpoint_sha256, ...row }: SubscriptionRow) =>
  tx
    .insertInto('push_subscription')
    .values({ region_id: region, endpoint_sha256, ...row })
    .onConflict((conflict) => conflict.columns(['region_id', 'endpoint_sha256']).doUpdateSet(row))
    .execute()

export const dropSubscription = (tx: Tx, hash: Buffer) =>
  tx.deleteFrom('push_subscription').where('endpoint_sha256', '=', hash).execute()

/** Ends every browser of somebody beyond the newest ones. */
export const dropSubscriptionsOf = (tx: Tx, employee: string, beyond: number) =>
  tx
    .deleteFrom('push_subscription')
    .where('employee_id', '=', employee)
    .where(
      'endpoint_sha256',
      'in',
      tx
        .selectFrom('push_subscription')
        .where('employee_id', '=', employee)
        .select('endpoint_sha256')
        .orderBy('subscribed_at', 'desc')
        .orderBy('endpoint_sha256')
        .offset(beyond),
    )
    .execute()

/** The address that each of some people stated last; null: no mail. */
export const statedAddresses = (tx: Tx, employees: readonly string[]) =>
  tx
    .selectFrom('notice_address')
    .where(sql<boolean>`employee_id = any(${employees}::text[])`)
    .distinctOn('employee_id')
    .select(['employee_id as employee', 'mail'])
    .orderBy('employee_id')
    .orderBy('id', 'desc')
    .execute()

export const addAddress = (tx: Tx, row: { employee_id: string; mail: string | null; stated_at: string }) =>
  tx
    .insertInto('notice_address')
    .values({ region_id: region, ...row })
    .execute()
