/** The program as people start it: built, launched, interrupted, read by half. */
import { execFile, spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installation } from '@piket/server/platform/installation.ts'
import { afterAll, expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const root = await realpath(await mkdtemp(join(tmpdir(), 'piket program ')))
afterAll(() => rm(root, { recursive: true, force: true }))
const skipped = /(^|\/)(node_modules|dist|\.git|bench)(\/|$)/
for (const name of ['cli', 'domain', 'server', 'web', 'calendars', 'build.mjs', 'package.json', 'tsconfig.base.json'])
  await cp(join(installation(), name), join(root, name), {
    recursive: true,
    filter: (path) => !skipped.test(path.slice(installation().length + 1)),
  })
await symlink(join(installation(), 'node_modules'), join(root, 'node_modules'))
await mkdir(join(root, 'server/node_modules'))
for (const name of await readdir(join(installation(), 'server/node_modules')).catch(() => []))
  await symlink(join(installation(), 'server/node_modules', name), join(root, 'server/node_modules', name))
await mkdir(join(root, '.git'))

const launcher = join(root, 'cli/piket.mjs')
const program = join(root, 'dist/piket.mjs')

function launch(typed: readonly string[], file = launcher): Promise<{ exit: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...typed], { maxBuffer: 1e9 }, (error, out, err) =>
      resolve({ exit: error ? Number(error.code) : 0, out, err }),
    )
  })
}

test('the first start builds, in a folder with blanks in its name, through a link', async () => {
  const link = join(root, 'a link')
  await symlink(launcher, link)
  const { version } = JSON.parse(await readFile(join(installation(), 'package.json'), 'utf8'))
  expect(await launch(['--version'], link)).toEqual({ exit: 0, out: `piket ${version}\n`, err: '' })
})

test('what the browser loads is named by its content and lies there compressed', async () => {
  const manifest = JSON.parse(await readFile(join(root, 'dist/web/manifest.json'), 'utf8'))
  expect(Object.keys(manifest).length).toBeGreaterThan(0)
  const files = await readdir(join(root, 'dist/web'))
  for (const name of Object.values<string>(manifest)) {
    expect(name).toMatch(
      /^(enhance|account|day|effect|inspection|report|passkey|renew|workbench|worker|theme|desk)\.[0-9a-f]+\.(js|css)$/,
    )
    expect(files).toEqual(expect.arrayContaining([name, `${name}.br`, `${name}.gz`]))
  }
})

test('it is built again when a source is newer, when it is gone, and not otherwise', async () => {
  const builtAt = async () => (await stat(program)).ctimeMs
  const first = await builtAt()
  await launch(['--version'])
  expect(await builtAt()).toBe(first)
  const later = new Date(Date.now() + 5_000)
  await utimes(join(root, 'cli/run.ts'), later, later)
  await launch(['--version'])
  const second = await builtAt()
  expect(second).toBeGreaterThan(first)
  const now = new Date(Date.now() - 60_000)
  await utimes(join(root, 'cli/run.ts'), now, now)
  await rm(program)
  await writeFile(join(root, 'dist/web/theme.0.css'), 'left by another build')
  expect((await launch(['--version'])).exit).toBe(0)
  expect(await readdir(join(root, 'dist/web'))).not.toContain('theme.0.css')
})

test('exit codes come through', async () => {
  expect((await launch([])).exit).toBe(2)
  expect((await launch(['decide', '--circulars', 'nothing.yaml', '--from', '2021-01-01'])).exit).toBe(3)
})

const data = await folderOf({
  ...smallStaff,
  'staff.csv':
    smallStaff['staff.csv'] +
    Array.from({ length: 3_000 }, (_, n) => `X-${n},Nama ${n},tkd,1980-01-01,bappeda,staf,none,executor\n`).join(''),
})
const much = [
  'decide',
  '--circulars',
  circularFile('bontang-2020-se-188-65-504-org.yaml'),
  '--data',
  data,
  '--from',
  '2020-03-01',
  '--to',
  '2020-06-30',
]

test('a reader that stops early is no failure', async () => {
  const child = spawn(process.execPath, [launcher, ...much, '--format', 'json'], { stdio: ['ignore', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  child.stdout.once('data', () => child.stdout.destroy())
  const exit = await new Promise((resolve) => child.once('close', resolve))
  expect({ exit, err }).toEqual({ exit: 0, err: expect.stringMatching(/^bontang-2020-03 recorded .*\n$/) })
})

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends it quietly with %i', async (signal, code) => {
  const child = spawn(process.execPath, [launcher, ...much], { stdio: ['ignore', 'pipe', 'pipe'] })
  let err = ''
  child.stderr.on('data', (chunk) => {
    err += chunk
  })
  // Unread, the output fills the pipe and the command waits.
  await new Promise((resolve) => child.stdout.once('readable', resolve))
  child.kill(signal)
  const exit = await new Promise((resolve) => child.once('exit', resolve))
  child.stdout.destroy()
  expect({ exit, err }).toEqual({ exit: code, err: expect.not.stringContaining('at ') })
})

test('the help speaks Indonesian, then English, of every command and option', async () => {
  const help = await piket(['--help'])
  expect(help).toMatchObject({ exit: 0, err: '' })
  for (const command of [
    'check',
    'decide',
    'explain',
    'diff',
    'simulate',
    'roster',
    'verify-roster',
    'verify-receipt',
    'start',
    'migrate',
    'invite',
    'import',
    'export',
  ]) {
    expect(help.out).toContain(`  piket ${command}`)
    const own = await piket([command, '--help'])
    expect(own).toMatchObject({ exit: 0, err: '', out: expect.stringContaining(`piket ${command}`) })
  }
  expect((await piket(['roster', '--help'])).out).toContain('PKT-703')
})
