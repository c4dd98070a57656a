import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestDatabase } from '../testing/database.ts'
import { insertRows } from './bulk.ts'
import { as, type Tx } from './db.ts'

const database = await openTestDatabase()
afterAll(() => database[Symbol.asyncDispose]())
const paser = { region: '64.01', reach: 'region' } as const
const inPaser = <T>(work: (tx: Tx) => Promise<T>) => as(database.db, paser, work)
beforeAll(async () => {
  const names = { name_id: 'Kabupaten Paser', name_en: 'Paser' }
  const region = { region_id: '64.01', slug: 'paser', kind: 'regency', zone: 'Asia/Makassar', ...names }
  await inPaser((tx) => tx.insertInto('region').values(region).execute())
})

test('more rows than a statement takes arrive in their order', async () => {
  const rows = Array.from({ length: 25_001 }, (_, number) => ({ name: `s${number}`, valid_from: null }))
  const names = await inPaser(async (tx) => {
    await insertRows(tx, 'season', { name: 'text', valid_from: 'day' }, rows)
    return tx.selectFrom('season').select('name').orderBy('id').execute()
  })
  expect(names).toEqual(rows.map(({ name }) => ({ name })))
})

test('null, blank, quotes, lines, braces and separators each come back as they are, or harmless', async () => {
  const texts = [null, '', `'"\\`, 'two\nlines\t{1,2}', '\\N', 'a\u001fb\u001ec\u0001d\u0000e']
  const seen = await inPaser(async (tx) => {
    const rows = texts.map((sector, number) => ({
      unit_id: `u${number}`,
      name: 'x',
      kind: 'agency',
      sector,
      class: ['a,b', '"'],
    }))
    const columns = { unit_id: 'text', name: 'text', kind: 'text', sector: 'text', class: 'texts' } as const
    await insertRows(tx, 'unit_version', columns, rows)
    return tx.selectFrom('unit_version').select(['sector', 'class']).orderBy('id').execute()
  })
  expect(seen.map(({ sector }) => sector)).toEqual([...texts.slice(0, -1), 'abcde'])
  expect(seen[0]?.class).toEqual(['a,b', '"'])
})

test('a known key fails, or is skipped when asked', async () => {
  const write = (options?: { skipKnown: boolean }) =>
    inPaser((tx) => insertRows(tx, 'employee', { employee_id: 'text' }, [{ employee_id: '1' }], options))
  await write()
  await expect(write()).rejects.toMatchObject({ code: '23505' })
  await write({ skipKnown: true })
})
