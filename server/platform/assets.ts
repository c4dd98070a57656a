/** The files a browser loads beside a page: built into `dist/web`, named by their content, so that they never go stale. */
import { existsSync, readFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { installation } from './installation.ts'

/** Addresses of the built files. */
export interface Assets {
  readonly folder: string
  readonly theme: string
  /** The sheet of tables, grids and bars. */
  readonly desk?: string | undefined
  /** Absent where nothing but HTML and CSS is served. */
  readonly enhance: string | undefined
  /** The script of the own day. */
  readonly day?: string | undefined
  /** The script of passkeys. */
  readonly passkey?: string | undefined
  /** The script of the own account. */
  readonly account?: string | undefined
  /** The script of the way in, where a phone may renew its session. */
  readonly renew?: string | undefined
  /** The script of the daily report. */
  readonly report?: string | undefined
  /** The script of an inspection. */
  readonly inspection?: string | undefined
  /** The script of a draft on the bench. */
  readonly workbench?: string | undefined
  /** Its worker, which tries the draft. */
  readonly effect?: string | undefined
  /** The service worker. Browsers ask for it at one address that never changes. */
  readonly worker?: string | undefined
}

/**
 * Where the build put them.
 * @throws when the web files were never built; the message says how to build them
 */
export function builtAssets(): Assets {
  const folder = join(installation(), 'dist/web')
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest))
    throw new Error(
      'Berkas web belum dibangun: jalankan npm run build. / The web files are not built: run npm run build.',
    )
  const names = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string | undefined> & { theme: string }
  const addressOf = (name: string | undefined) => (name === undefined ? undefined : `/aset/${name}`)
  return {
    folder,
    theme: `/aset/${names.theme}`,
    desk: addressOf(names.desk),
    enhance: addressOf(names.enhance),
    day: addressOf(names.day),
    passkey: addressOf(names.passkey),
    account: addressOf(names.account),
    renew: addressOf(names.renew),
    report: addressOf(names.report),
    inspection: addressOf(names.inspection),
    workbench: addressOf(names.workbench),
    effect: addressOf(names.effect),
    worker: addressOf(names.worker),
  }
}

const typeOf: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** A built file with its compressed forms, by the name of the encoding; `identity` is the file as it is. */
export interface ServedFile {
  readonly type: string
  readonly bodies: ReadonlyMap<string, Buffer>
}

/**
 * The built files by name, read into memory: pages of a server that runs go on finding their style sheet after the next
 * build has swept its file away.
 */
export function readAssets({
  folder,
  theme,
  desk,
  enhance,
  day,
  passkey,
  account,
  renew,
  report,
  inspection,
  workbench,
  effect,
  worker,
}: Assets): ReadonlyMap<string, ServedFile> {
  const read = (name: string) => {
    const file = join(folder, name)
    return existsSync(file) ? readFileSync(file) : undefined
  }
  return new Map(
    [theme, desk, enhance, day, passkey, account, renew, report, inspection, workbench, effect, worker].flatMap(
      (address) => {
        const name = address && basename(address)
        const identity = name && read(name)
        if (!identity) return []
        const bodies = new Map([
          ...[['br', '.br'] as const, ['gzip', '.gz'] as const].flatMap(([encoding, end]) => {
            const body = read(`${name}${end}`)
            return body ? [[encoding, body] as const] : []
          }),
          ['identity', identity] as const,
        ])
        return [[name, { type: typeOf[extname(name)] ?? 'application/octet-stream', bodies }] as const]
      },
    ),
  )
}

/**
 * The first form that the reader takes; the file as it is where the header is silent. Any weight will do: the smallest
 * form comes first. A weight of 0 refuses a form, and `*` speaks of those not named (RFC 9110, section 12.5.3).
 */
export function formFor({ bodies }: ServedFile, accepted = ''): { readonly encoding: string; readonly body: Buffer } {
  const weights = new Map(accepted.toLowerCase().split(',').map(weighed))
  const takes = (encoding: string) => (weights.get(encoding) ?? weights.get('*') ?? 0) > 0
  for (const [encoding, body] of bodies) if (encoding === 'identity' || takes(encoding)) return { encoding, body }
  throw new Error('A built file always has its own form.')
}

/** `br;q=0.5` as its name and weight; without a weight, 1. */
function weighed(offered: string): readonly [string, number] {
  const [name = '', ...parameters] = offered.split(';').map((part) => part.trim())
  const weight = parameters.find((one) => one.startsWith('q='))
  return [name, weight === undefined ? 1 : Number(weight.slice(2))]
}
