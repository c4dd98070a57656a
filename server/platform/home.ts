/** PIKET_HOME: the folder of the built-in database, and who serves from it now. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** The data folder: `PIKET_HOME`, else `/var/lib/piket` for root, else `~/.local/share/piket`. */
export const homeOf = (environment: NodeJS.ProcessEnv, asRoot = process.getuid?.() === 0): string =>
  environment.PIKET_HOME || (asRoot ? '/var/lib/piket' : join(homedir(), '.local/share/piket'))

const pidFile = (home: string) => join(home, 'app.pid')

/** Address of the application that serves from this folder now. A file left by a dead process counts as nothing. */
export async function servedAt(home: string): Promise<string | undefined> {
  const [pid = '', address = ''] = (await readFile(pidFile(home), 'utf8').catch(() => '')).split('\n')
  if (!isAlive(Number(pid))) return undefined
  // The number may meanwhile belong to another program: only an open door proves that it is ours.
  return (await answers(address)) ? address : undefined
}

/**
 * Writes down that this process serves from the folder.
 * @param address where people reach it, `http://localhost:3000`
 * @returns what to call when the application ends
 * @throws when another application serves from the folder; the message names its address
 */
export async function claimHome(home: string, address: string): Promise<() => Promise<void>> {
  const other = await servedAt(home)
  if (other) throw new Error(alreadyServed(home, other))
  await writeFile(pidFile(home), `${process.pid}\n${address}\n`)
  return () => rm(pidFile(home), { force: true })
}

/** The sentence for a second start. */
export const alreadyServed = (home: string, address: string) =>
  `Piket sudah berjalan dengan data ${home}: buka ${address}, atau hentikan dahulu. / ` +
  `Piket is already running on the data in ${home}: open ${address}, or stop it first.`

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function answers(address: string): Promise<boolean> {
  if (!URL.canParse(address)) return Promise.resolve(false)
  const { hostname, port } = new URL(address)
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) || 80, timeout: 1000 })
    const say = (open: boolean) => {
      socket.destroy()
      resolve(open)
    }
    socket.once('connect', () => say(true))
    socket.once('timeout', () => say(false))
    socket.once('error', () => say(false))
  })
}
