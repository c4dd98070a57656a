/** What is kept of drafts between two readings. */
import { randomUUID } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { serveRegion } from '../../testing/served-region.ts'
import { findRegion, type RegionAsListed } from '../region/service.ts'
import { beginDraft, dropDraft, openDrafts, readDraft } from './service.ts'

const served = await serveRegion()
afterAll(() => served[Symbol.asyncDispose]())
const { app } = served
const region = (await findRegion(app.db, '63.98')) as RegionAsListed
const bureau = { region: region.code, account: randomUUID(), roles: [] }

async function begun(from: string): Promise<string> {
  const id = randomUUID()
  expect(await beginDraft(app, region, bureau, { id, from, text: '' })).toBeUndefined()
  return id
}

test('the text that a draft was begun with is parsed once', async () => {
  const [one, other] = [await begun('banjir'), await begun('hari-dari-rumah')]
  const first = async (id: string) => (await readDraft(app, region, id))?.draft.first
  const read = await first(one)
  expect(read?.title).toBeTruthy()
  expect(await first(one)).toBe(read)
  expect((await openDrafts(app, region)).find(({ id }) => id === one)?.first).toBe(read)
  expect((await first(other))?.title).not.toBe(read?.title)
})

test('open drafts are those that were not ended', async () => {
  const [open, ended] = [await begun('banjir'), await begun('banjir')]
  expect(await dropDraft(app, region, bureau, ended, 'Tidak jadi.')).toBeUndefined()
  const ids = (await openDrafts(app, region)).map(({ id }) => id)
  expect([ids.includes(open), ids.includes(ended)]).toEqual([true, false])
})
