import { afterAll, expect, test } from 'vitest'
import { openEmptyDatabase, openTestDatabase } from '../testing/database.ts'
import { asApp, connect } from './connect.ts'
import { migrations } from './migrate.ts'

const database = await openTestDatabase()
afterAll(() => database[Symbol.asyncDispose]())

test("a server of one's own, by address", async () => {
  const connection = await connect({ databaseUrl: database.appUrl, environment: {} })
  expect([connection.ownerUrl, connection.migrated]).toEqual([undefined, []])
  expect(await connection.db.selectFrom('employee').select('employee_id').execute()).toEqual([])
  await connection.stop()
})

test('an empty one is migrated where the owner is known', async () => {
  await using empty = await openEmptyDatabase()
  const environment = { DATABASE_URL: asApp(empty.url), DATABASE_OWNER_URL: empty.url }
  const connection = await connect({ environment })
  expect(connection.migrated).toEqual((await migrations()).map(({ name }) => name))
  await connection.stop()
})

test('the owner of one server is not taken for another', async () => {
  const environment = { DATABASE_URL: 'postgres://elsewhere', DATABASE_OWNER_URL: 'postgres://elsewhere' }
  const connection = await connect({ databaseUrl: database.appUrl, environment })
  expect(connection.ownerUrl).toBeUndefined()
  await connection.stop()
})

test('a login above row security is refused, in both languages', async () => {
  await expect(connect({ databaseUrl: database.ownerUrl, environment: {} })).rejects.toThrow(
    /piket_app.* \/ .*piket_app/,
  )
})

test('a server that is not there is an error soon', async () => {
  await expect(connect({ databaseUrl: 'postgres://127.0.0.1:1/piket', environment: {} })).rejects.toThrow(
    /ECONNREFUSED/,
  )
})
