import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { expect, inject, test } from 'vitest'
import { openEmptyDatabase } from '../testing/database.ts'
import { schemaFile, schemaOf } from '../testing/schema.ts'
import { migrate, migrations } from './migrate.ts'

const names = (await migrations()).map(({ name }) => name)

test('a database is brought up to date once, and again is nothing to do', async () => {
  await using database = await openEmptyDatabase()
  expect(await migrate(database.url)).toEqual(names)
  expect(await migrate(database.url)).toEqual([])
})

test('of callers at once one migrates, the others wait', async () => {
  await using database = await openEmptyDatabase()
  const applied = await Promise.all(Array.from({ length: 4 }, () => migrate(database.url)))
  expect(applied.flat()).toEqual(names)
})

test('a database of a newer version is refused, in both languages, and left as it was', async () => {
  await using database = await openEmptyDatabase()
  const ours = await migrations()
  const theirs = [...ours, { name: '9999_from_later.sql', sql: 'create table later (id int)' }]
  await migrate(database.url, theirs)
  await expect(migrate(database.url, ours)).rejects.toThrow(/versi Piket yang lebih baru.*9999_from_later.* \/ A newer/)
})

test('a migration that fails leaves nothing of itself', async () => {
  await using database = await openEmptyDatabase()
  const broken = { name: '0002_broken.sql', sql: 'create table half (id int); select 1 / 0' }
  await expect(migrate(database.url, [{ name: '0001_good.sql', sql: 'select' }, broken])).rejects.toThrow()
  const client = new pg.Client(database.url)
  await client.connect()
  const { rows } = await client.query(`select to_regclass('half') as half, array(select name from migration) as names`)
  await client.end()
  expect(rows).toEqual([{ half: null, names: ['0001_good.sql'] }])
})

test('the types of the tables are those of the migrated database', async () => {
  expect(await schemaOf(inject('templateUrl'))).toBe(await readFile(schemaFile, 'utf8'))
})
