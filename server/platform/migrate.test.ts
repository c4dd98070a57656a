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

test('a filled database is brought up to date by an owner who is no superuser: rosters and case counts state the same things', async () => {
  await using database = await openEmptyDatabase()
  const all = await migrations()
  const admin = new pg.Client(database.url)
  await admin.connect()
  const owner = `owner_of_${new URL(database.url).pathname.slice(1)}`
  try {
    await admin.query(`create role ${owner} login nosuperuser password 'owner'`)
    await admin.query(`alter database ${new URL(database.url).pathname.slice(1)} owner to ${owner}`)
    const url = Object.assign(new URL(database.url), { username: owner, password: 'owner' }).href
    await migrate(
      url,
      all.filter(({ name }) => name < '0009'),
    )
    await admin.query(`
      insert into region (region_id, slug, name_id, name_en, kind, zone)
        values ('64.01', 'paser', 'Kabupaten Paser', 'Paser', 'regency', 'Asia/Makassar');
      insert into roster (region_id, version, unit_id, starts_on, ends_on, seed, engine, input_hash, certificate, metrics,
        infeasible, drawn_by) values
        ('64.01', 1, 'dinkes', '2021-07-19', '2021-08-13', 7, 'circular/1.0', 'x',
          '{"status": "exact", "certificate": {"level": 3, "over": 2, "levels": []}}', '{}', null, 'test'),
        ('64.01', 1, 'camat', '2021-07-19', '2021-08-13', 7, 'circular/1.0', 'x',
          '{"status": "infeasible", "certificate": null}', 'null', '{"days": [], "explanation": {}}', 'test');
      insert into figure (region_id, subject, kind, day, value, source) values
        ('64.01', 'paser', 'confirmed', '2021-01-04', 1219, 'Satgas'), ('64.01', 'paser', 'recovered', '2021-01-04', 1136, null),
        ('64.01', 'paser', 'died', '2021-01-04', 31, null), ('64.01', 'paser', 'in_care', '2021-01-04', 52, null)`)
    expect(await migrate(url)).toEqual(all.map(({ name }) => name).filter((name) => name >= '0009'))
    const { rows } = await admin.query('select certificate, infeasible from roster order by unit_id')
    expect(rows).toMatchObject([
      { certificate: { status: 'infeasible', level: 0, over: 0, leftOpen: 'days:0', days: [] }, infeasible: null },
      { certificate: { status: 'exact', level: 3, over: 2, leftOpen: 'days:0', days: [] }, infeasible: null },
    ])
    const counts = await admin.query('select confirmed, recovered, died, in_care, source from case_count')
    expect(counts.rows).toEqual([{ confirmed: 1219, recovered: 1136, died: 31, in_care: 52, source: 'Satgas' }])
  } finally {
    await admin.query(`reassign owned by ${owner} to current_user; drop owned by ${owner}; drop role ${owner}`)
    await admin.end()
  }
})
