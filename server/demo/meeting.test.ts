import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Viewer } from '@piket/domain/access/role.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { afterAll, expect, test } from 'vitest'
import { clockOf } from '#platform/clock.ts'
import { as } from '#platform/db.ts'
import { accountByEmployee, addAccount, grantRole } from '../features/account/service.ts'
import { fileCircular } from '../features/circular/service.ts'
import { saveFacts } from '../features/fact/service.ts'
import { meetingsFor } from '../features/meeting/service.ts'
import { minutesFor } from '../features/meeting-minutes/service.ts'
import { findRegion, saveRegion } from '../features/region/service.ts'
import { openTestDatabase } from '../testing/database.ts'
import { samplePerson, sampleUnit } from '../testing/served-region.ts'
import { clearDemonstrations } from './clearing.ts'
import { beginProposalMeeting } from './meeting.ts'

const region = '64.02'
const inRegion = { region, reach: 'region' } as const
const database = await openTestDatabase()
const { db } = database
afterAll(() => database[Symbol.asyncDispose]())

const staff = [
  ['organisasi', 'setda', 'Orang Bagian Organisasi', 'staf'],
  ['sekda', 'setda', 'H. Sunggono', 'sekda'],
  ['asisten', 'setda', 'Akhmad Taufik Hidayat', 'asisten'],
  ['dinkes', 'dinkes', 'Martina Yulianti', 'kepala_dinas'],
  ['bpbd', 'bpbd', 'Marsidik', 'kepala_badan'],
  ['satpolpp', 'satpolpp', 'Fida Hurasani', 'kepala_satpolpp'],
  ['lain', 'dinkes', 'Marsidik Lain', 'staf'],
] as const

test('Kutai Kartanegara has the meeting from which its proposal came, with those the article names, once', async () => {
  const name = { id: 'Kabupaten Kutai Kartanegara', en: 'Kutai Kartanegara' }
  const shared = { kind: 'regency', zone: 'Asia/Makassar', within: null, invented: false } as const
  await saveRegion(
    db,
    { ...shared, code: region, slug: 'kutai-kartanegara', name, demoDay: '2021-01-27' as Day },
    'test',
  )
  const text = readFileSync(join(import.meta.dirname, '../../circulars/kukar-2021-01-proposal.yaml'), 'utf8')
  const { doc } = parseCircular('kukar-2021-01-proposal.yaml', text)
  if (!doc) throw new Error('The proposal does not parse.')
  const viewer = await as(db, inRegion, async (tx): Promise<Viewer> => {
    const units = ['setda', 'dinkes', 'bpbd', 'satpolpp'].map((path) => sampleUnit(path, path.toUpperCase()))
    const employees = staff.map(([id, unit, name, position]) => samplePerson(id, unit, { name, position }))
    await saveFacts(tx, { units, employees }, { by: 'test', recorded: null })
    await addAccount(tx, { login: 'organisasi', employee: 'organisasi', passwordHash: '-' }, 'test')
    const { account = '' } = (await accountByEmployee(tx, 'organisasi')) ?? {}
    await grantRole(tx, account, { role: 'organisation_bureau' }, 'test')
    await fileCircular(tx, text, doc, { by: 'test', now: '2021-01-26T08:00' })
    return { region, account, employee: 'organisasi', roles: [{ role: 'organisation_bureau' }] }
  })
  const found = await findRegion(db, region)
  if (!found) throw new Error('There is no region.')
  for (let times = 0; times < 2; times++) await beginProposalMeeting(db, found, '2026-11-30' as Day)

  const source = { db, clock: clockOf(() => Date.parse('2021-01-27T08:00:00+08:00')) }
  const meetings = await meetingsFor(source, found, viewer)
  expect(meetings).toHaveLength(1)
  const minutes = await minutesFor(source, found, viewer, meetings[0]?.id ?? '')
  expect(minutes?.meeting).toMatchObject({
    mode: 'video',
    place: 'Ruang Vidcon Kantor Bupati',
    day: '2021-01-25',
    number: 1,
  })
  const participants = minutes?.participants ?? []
  expect(participants.map(({ employee, name, post, body }) => [employee, name, post, body])).toEqual([
    [null, 'H Chairil Anwar', 'Wakil Bupati', 'Kabupaten Kutai Kartanegara'],
    ['sekda', 'H. Sunggono', 'sekretaris daerah', 'SETDA'],
    ['asisten', 'Akhmad Taufik Hidayat', 'asisten', 'SETDA'],
    ['dinkes', 'Martina Yulianti', 'kepala dinas', 'DINKES'],
    ['bpbd', 'Marsidik', 'kepala badan', 'BPBD'],
    ['satpolpp', 'Fida Hurasani', 'kepala Satpol PP', 'SATPOLPP'],
    [null, null, 'Perwakilan', 'Polres Kutai Kartanegara'],
    [null, null, 'Perwakilan', 'Kodim 0906 Tenggarong'],
  ])
  expect(minutes?.meeting.chair).toBe(participants[0]?.id)
  const ofProposal = new Set([...doc.clauses, ...(doc.measures ?? [])].map(({ id }) => id))
  for (const { settledWords, settledCircular } of minutes?.resolutions ?? [])
    if (settledWords !== null) {
      expect(settledCircular).toBe(doc.id)
      for (const clause of settledWords.match(/c\d/g) ?? []) expect(ofProposal).toContain(clause)
    }
  expect((minutes?.resolutions ?? []).map(({ state }) => state)).toEqual([
    ...Array(5).fill('settled'),
    ...Array(3).fill('open'),
  ])

  // The next date begins without it, and writes it anew.
  await clearDemonstrations(
    database.ownerUrl,
    clockOf(() => Date.parse('2026-12-01T05:00:00+08:00')),
  )
  expect(await meetingsFor(source, found, viewer)).toEqual([])
  await beginProposalMeeting(db, found, '2026-12-01' as Day)
  expect(await meetingsFor(source, found, viewer)).toMatchObject([{ number: 1 }])
})
