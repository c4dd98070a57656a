import { describe, expect, test } from 'vitest'
import type { Day, Instant } from '../calendar/day.ts'
import { parseCircular } from '../circular/parse.ts'
import { draftCircular } from './draft-circular.ts'
import {
  type Attendance,
  beginRefused,
  type Called,
  closingRefused,
  isSameCall,
  keptLink,
  type MeetingPlan,
  meetingState,
  minutesNumber,
  planRefused,
} from './meeting.ts'
import { isDueBefore, missingIn, resolutionState, type WrittenResolution } from './resolution.ts'

const day = '2021-01-25' as Day
const plan: MeetingPlan = { day, from: '09:00', until: '12:00', mode: 'video', place: 'Ruang video', link: '' }

test.each<[string, Partial<MeetingPlan>, ReturnType<typeof planRefused>]>([
  ['by video from a room', {}, undefined],
  ['by video with a link alone', { place: '', link: 'https://rapat.contoh.go.id/a?b=1' }, undefined],
  ['in a room', { mode: 'room' }, undefined],
  ['by video from nowhere', { place: '' }, 'meeting-place-missing'],
  ['in a room that a link names', { mode: 'room', place: '', link: 'https://a.go.id/1' }, 'meeting-place-missing'],
  ['of no length', { until: '09:00' }, 'meeting-ends-before-begin'],
  ['that ends the day before', { from: '23:00', until: '01:00' }, 'meeting-ends-before-begin'],
  ['over an open line', { link: 'http://a.go.id/1' }, 'meeting-link-insecure'],
  ['over a link without a host', { link: 'https:///1' }, 'meeting-link-insecure'],
  ['over a link with a space', { link: 'https://a.go.id/1 2' }, 'meeting-link-insecure'],
  ['over a script', { link: 'javascript:alert(1)//https://a.go.id/' }, 'meeting-link-insecure'],
])('a meeting %s', (_, given, refused) => {
  expect(planRefused({ ...plan, ...given })).toBe(refused)
})

test.each([
  ['HTTPS://Rapat.contoh.go.id/Abc', 'https://Rapat.contoh.go.id/Abc'],
  ['hTTps://a.go.id', 'https://a.go.id'],
  ['https://a.go.id/HTTPS://b', 'https://a.go.id/HTTPS://b'],
  ['HTTP://a.go.id', 'HTTP://a.go.id'],
  ['', ''],
])('the link %s is kept as %s', (link, kept) => {
  expect(keptLink(link)).toBe(kept)
})

test.each<[string, readonly [unknown, unknown, unknown], string]>([
  ['nothing', [null, null, null], 'planned'],
  ['begun', ['b', null, null], 'held'],
  ['closed', ['b', 'c', null], 'closed'],
  ['cancelled', [null, null, 'x'], 'cancelled'],
])('the state of a meeting that is %s', (_, [begunAt, closedAt, cancelledAt], state) => {
  expect(meetingState({ begunAt, closedAt, cancelledAt })).toBe(state)
})

describe('the same call', () => {
  const staff = (employee: string): Called => ({ employee, name: 'Ani', post: 'staf', body: 'Dinas A' })
  const guest = (given: Partial<Called> = {}): Called => ({
    ...{ employee: null, name: null, post: 'Wakil', body: 'Polres Kukar', ...given },
  })
  test.each<[string, Called, Called, boolean]>([
    ['one person of the staff list', staff('e1'), { ...staff('e1'), post: 'Kepala' }, true],
    ['two people of one name', staff('e1'), staff('e2'), false],
    [
      'somebody of the staff list and a guest of that name and body',
      staff('e1'),
      guest({ name: 'ANI', body: 'dinas a' }),
      true,
    ],
    ['somebody of the staff list and a guest of that name elsewhere', staff('e1'), guest({ name: 'Ani' }), false],
    [
      'somebody of the staff list and the seat that they have',
      staff('e1'),
      guest({ post: 'Staf', body: 'Dinas A' }),
      true,
    ],
    ['somebody of the staff list and another seat', staff('e1'), guest({ post: 'Kepala', body: 'Dinas A' }), false],
    [
      'somebody of the staff list and a colleague',
      staff('e1'),
      guest({ name: 'Budi', post: 'Staf', body: 'Dinas A' }),
      false,
    ],
    ['one seat of a body, written otherwise', guest(), guest({ post: 'WAKIL', body: 'Polres  Kukar.' }), true],
    ['seats of two bodies', guest(), guest({ body: 'Kodim' }), false],
    ['a seat and somebody with a name', guest(), guest({ name: 'Ani' }), false],
  ])('%s', (_, one, other, isSame) => {
    expect([isSameCall(one, other), isSameCall(other, one)]).toEqual([isSame, isSame])
  })
})

test.each<[Instant, string | null, ReturnType<typeof beginRefused>]>([
  ['2021-01-25T08:59', 'p', 'meeting-ahead'],
  ['2021-01-24T23:59', 'p', 'meeting-ahead'],
  ['2021-01-25T09:00', 'p', undefined],
  ['2021-01-27T07:00', 'p', undefined],
  ['2021-01-25T09:00', null, 'meeting-chair-missing'],
])('at %s, with %s in the chair, beginning is %s', (now, chair, refused) => {
  expect(beginRefused({ ...plan, chair }, now)).toBe(refused)
})

// The first of them is in the chair.
test.each<[readonly (Attendance | null)[], number, string, ReturnType<typeof closingRefused>]>([
  [['present', null], 1, '', 'meeting-attendance-open'],
  [['excused', 'absent'], 1, '', 'meeting-nobody-there'],
  [[], 1, '', 'meeting-nobody-there'],
  [['absent', 'present'], 1, '', 'meeting-chair-absent'],
  [['excused', 'represented'], 0, '', 'meeting-chair-absent'],
  [['represented'], 0, ' ', 'meeting-empty'],
  [['represented'], 1, '', undefined],
  [['present', 'absent'], 0, 'Dibahas.', undefined],
])('minutes with %o, %d resolutions and the remark "%s"', (noted, resolutions, remark, refused) => {
  expect(closingRefused({ noted, chair: noted[0] ?? null, resolutions, remark })).toBe(refused)
})

describe('a resolution', () => {
  const written: WrittenResolution = { kind: 'clause', words: 'x', agency: '', employee: '', due: '' }
  const lacks = (given: Partial<WrittenResolution>) =>
    Object.entries(missingIn({ ...written, ...given })).flatMap(([name, isMissing]) => (isMissing ? [name] : []))
  test('needs an owner and a day, but for a clause', () => {
    expect(lacks({})).toEqual([])
    expect(lacks({ words: ' ' })).toEqual(['words'])
    expect(lacks({ kind: 'follow_up' })).toEqual(['agency', 'due'])
    expect(lacks({ kind: 'task', agency: 'dinkes' })).toEqual(['employee', 'due'])
    expect(lacks({ kind: 'task', employee: 'e1', due: day })).toEqual([])
  })
  test('is due on the day of its meeting or later', () => {
    expect(isDueBefore({ kind: 'task', due: '2021-01-24' as Day }, day)).toBe(true)
    expect(isDueBefore({ kind: 'task', due: day }, day)).toBe(false)
    expect(isDueBefore({ kind: 'clause', due: '2021-01-24' as Day }, day)).toBe(false)
  })
  test.each<[Day | null, boolean, string]>([
    [day, false, 'open'],
    ['2021-01-24' as Day, false, 'overdue'],
    ['2021-01-24' as Day, true, 'settled'],
    [null, false, 'open'],
  ])('due on %s, settled: %s, is %s', (due, isSettled, state) => {
    expect(resolutionState({ due, isSettled }, day)).toBe(state)
  })
})

test.each(['province', 'regency', 'city'] as const)('the draft of a %s is a document, and a draft', (kind) => {
  const meeting = { number: 3, day, title: 'Rapat: "evaluasi"', aim: 'Satu sikap' }
  const draft = draftCircular({
    region: { slug: 'kutai-kartanegara', kind, name: 'Kabupaten' },
    meeting,
    clauses: [{ position: 2, words: 'Seperempat di kantor.' }],
  })
  // JSON is YAML.
  const { doc, problems } = parseCircular('konsep.yaml', JSON.stringify(draft))
  expect(problems.filter(({ level }) => level === 'error')).toEqual([])
  expect(doc).toMatchObject({ status: 'draft', clauses: [], measures: [{ cite: 'n:2' }], in_force: { from: null } })
  expect(minutesNumber(meeting)).toBe('3/2021')
})
