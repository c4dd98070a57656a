import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const bontang = circularFile('bontang-2020-se-188-65-504-org.yaml')
const kotim = [circularFile('kotim-2021-07.yaml'), circularFile('kalteng-2021-180-17-109.yaml')]
const data = await folderOf(smallStaff)
const onBontang = ['--circulars', bontang, '--data', data, '--known', '2020-03-24T08:00']

test('a lurah of Bontang, field by field', async () => {
  const { exit, out, err } = await piket(
    'decide --from 2020-03-24 --employee E-0412 --format json'.split(' ').concat(onBontang),
  )
  expect({ exit, err }).toEqual({ exit: 0, err: 'bontang-2020-03 recorded 2020-03-23 (issuer.announced_on)\n' })
  const { rows, ...envelope } = JSON.parse(out)
  expect(rows).toEqual([
    {
      employee: 'E-0412',
      date: '2020-03-24',
      span: '00:00-24:00',
      place: 'office',
      force: 'must',
      hours: null,
      windows: [],
      duties: [
        {
          circular: 'bontang-2020-03',
          clause: 'c6',
          do: 'keep_phone_on',
          force: 'should',
          to: null,
          due: null,
          channels: [],
          certain: true,
        },
        {
          circular: 'bontang-2020-03',
          clause: 'c8',
          do: 'follow_channels',
          force: 'must',
          to: null,
          due: null,
          channels: ['whatsapp_group', 'social_media'],
          certain: true,
        },
      ],
      bans: [],
      services: [],
      circular: 'bontang-2020-03',
      changed_by: null,
      clause: ['c3'],
      cite: ['s4:12'],
      set_aside: [{ circular: 'bontang-2020-03', clause: 'c1', by: ['c3'] }],
      conflicts: [],
      missing: [],
      pending: [],
      readings: [],
      undetermined: null,
      override: null,
      breach_from: '2020-03-23T00:00',
      known: '2020-03-24T08:00',
    },
  ])
  expect(Object.keys(envelope)).toEqual(['piket', 'known', 'settings', 'circulars'])
  expect(envelope).toMatchObject({
    piket: 'decisions/1',
    known: '2020-03-24T08:00',
    settings: { zone: 'Asia/Makassar', precedence: { placement: 'nearest', quota: 'tightest' }, fallback: 'office' },
    circulars: [
      {
        id: 'bontang-2020-03',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        recorded: '2020-03-23',
        recorded_by: 'issuer.announced_on',
      },
    ],
  })
})

test('CSV has the columns of the row, lists joined, people and days in order', async () => {
  const { out } = await piket(
    'decide --from 2020-03-24 --to 2020-03-26 --unit kelurahan-a dlh --format csv'.split(' ').concat(onBontang),
  )
  const [header, ...lines] = out.trimEnd().split('\n')
  expect(header).toBe(
    'employee,date,span,place,force,hours,windows,duties,bans,services,circular,changed_by,clause,cite,set_aside,conflicts,missing,pending,readings,undetermined,override,breach_from,known',
  )
  expect(lines.map((line) => line.slice(0, 17))).toEqual(
    ['E-0101', 'E-0102', 'E-0412'].flatMap((id) => ['24', '25', '26'].map((day) => `${id},2020-03-${day}`)),
  )
  expect(lines[0]).toContain(',bontang-2020-03/c6|bontang-2020-03/c8|bontang-2020-03/c10,')
  // The day of Nyepi is free: the calendars of the installation stand in where the folder brings none.
  expect(lines[1]).toContain('2020-03-25,00:00-24:00,off,')
})

test('text speaks Indonesian, or English when asked', async () => {
  const typed = 'decide --from 2020-03-24 --employee E-0412'.split(' ').concat(onBontang)
  expect((await piket(typed)).out).toBe('E-0412  2020-03-24  00:00-24:00  kantor (wajib)  bontang-2020-03/c3\n')
  expect((await piket([...typed, '--lang', 'en'])).out).toContain('office (must)')
})

test.each(['text', 'json', 'csv'])('the same question as %s gives the same bytes', async (format) => {
  const typed = ['decide', '--from', '2020-03-20', '--to', '2020-04-10', '--format', format, ...onBontang]
  expect((await piket(typed)).out).toBe((await piket(typed)).out)
})

test('a file gets the same bytes as the screen, and nothing is left when the answer is refused', async () => {
  const folder = await folderOf({})
  const file = join(folder, 'rows.json')
  const typed = ['decide', '--from', '2020-03-24', '--format', 'json', ...onBontang]
  const shown = await piket(typed)
  expect(await piket([...typed, '--out', file])).toEqual({ ...shown, out: '' })
  expect(await readFile(file, 'utf8')).toBe(shown.out)
  const nowhere = await piket([...typed, '--out', join(folder, 'missing', 'rows.json')])
  expect(nowhere).toMatchObject({ exit: 3, err: expect.stringContaining('PKT-002') })
})

test('a roster fills the turns', async () => {
  const drawn = await folderOf({ 'roster.csv': 'employee_id,date,place,shift\nE-0001,2021-07-21,home,\n' })
  const typed = [
    'decide',
    '--circulars',
    ...kotim,
    '--data',
    data,
    '--from',
    '2021-07-21',
    '--employee',
    'E-0001',
    '--format',
    'csv',
  ]
  expect((await piket(typed)).out).toContain(',rotate,must,')
  expect((await piket([...typed, '--roster', join(drawn, 'roster.csv')])).out).toContain(',home,must,')
})

test('--strict answers 1 where rules collide, and only then', async () => {
  const text = await readFile(bontang, 'utf8')
  // Without its exceptions the lurah is at home by rank and at the office by name.
  const folder = await folderOf({ 'b.yaml': text.replaceAll('over: [c1]', '') })
  const typed = ['--data', data, '--known', '2020-03-24', '--from', '2020-03-24', '--strict', '--format', 'csv']
  const collided = await piket(['decide', '--circulars', join(folder, 'b.yaml'), ...typed])
  expect(collided.exit).toBe(1)
  expect(collided.out).toContain('conflict')
  expect((await piket(['decide', '--circulars', bontang, ...typed])).exit).toBe(0)
})

test('a year without a decree is warned about once', async () => {
  const { exit, err } = await piket([
    'decide',
    '--circulars',
    bontang,
    '--data',
    data,
    '--from',
    '2019-12-30',
    '--to',
    '2020-01-02',
    '--known',
    '2020-03-25',
  ])
  expect(exit).toBe(0)
  expect(err.match(/No decree on the holidays of 2019 is known/g)).toHaveLength(1)
  expect(err).not.toContain('holidays of 2020')
})

test('why nothing can be said is said in the language asked for; the table keeps the reason of the contract', async () => {
  const unborn = await folderOf({ ...smallStaff, 'staff.csv': smallStaff['staff.csv'].replace('1981-01-02', '') })
  const typed = ['simulate', circularFile('kukar-2021-01-proposal.yaml'), '--data', unborn]
  const day = [...typed, '--from', '2021-01-27', '--known', '2021-01-27', '--employee', 'E-0001']
  expect((await piket(day)).out).toContain('attribute_unknown: tanggal lahir belum dicatat')
  expect((await piket([...day, '--lang', 'en'])).out).toContain('attribute_unknown: the date of birth is not recorded')
  const [row] = JSON.parse((await piket([...day, '--format', 'json'])).out).rows
  expect(row.undetermined.reason).toMatch(/birth_date.* not known; possible: /)
})

test.each(['suspended', 'revoked', 'expired'])(
  'where every document is %s, nothing is in force and everybody works at the office as usual',
  async (status) => {
    const { exit, out } = await piket([
      ...'decide --from 2020-03-24 --format json --circulars'.split(' '),
      await withStatus(status),
      ...['--data', data],
    ])
    const { rows } = JSON.parse(out)
    expect([exit, rows.length]).toEqual([0, 10])
    for (const row of rows) expect(row).toMatchObject({ place: 'office', force: 'default', circular: null })
  },
)

test('a draft asked about as law is refused', async () => {
  const typed = ['decide', '--from', '2020-03-24', '--circulars', await withStatus('draft'), '--data', data]
  expect(await piket(typed)).toMatchObject({ exit: 4, out: '', err: expect.stringContaining('PKT-701') })
})

async function withStatus(status: string): Promise<string> {
  const source = (await readFile(bontang, 'utf8')).replace('status: in_force', `status: ${status}`)
  return join(await folderOf({ 'bontang.yaml': source }), 'bontang.yaml')
}
