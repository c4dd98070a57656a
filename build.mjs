/**
 * Builds `dist/`: the program (`piket.mjs`), the threads that keep check-ins and estimate outbreaks, the chunks of all, and what the browser
 * loads (`web/`). Every file appears whole under its name, the program last, so that a build that was cut short leaves
 * nothing that looks finished.
 */
import { createHash } from 'node:crypto'
import { existsSync, realpathSync } from 'node:fs'
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { basename, dirname, isAbsolute, join, sep } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import { build as bundle } from 'esbuild'

const root = import.meta.dirname
const dist = join(root, 'dist')
const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** Writes a file under another name first, and renames it: readers see the old one or the new one. */
async function place(path, contents) {
  await mkdir(dirname(path), { recursive: true })
  const draft = `${path}.${process.pid}.draft`
  await writeFile(draft, contents)
  await rename(draft, path)
}

const shared = { absWorkingDir: root, bundle: true, write: false, logLevel: 'warning' }

/** The server and the commands. Packages stay outside; what only one command needs is loaded by that command. */
async function program() {
  const { outputFiles } = await bundle({
    ...shared,
    entryPoints: {
      piket: 'cli/main.ts',
      'check-in-thread': 'server/check-in-thread.ts',
      'outbreak-thread': 'server/outbreak-thread.ts',
      'coverage-thread': 'server/coverage-thread.ts',
    },
    outdir: dist,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    splitting: true,
    sourcemap: true,
    plugins: [workspaces, packagesOutside],
    jsx: 'automatic',
    jsxImportSource: 'preact',
  })
  return outputFiles
}

const workspaces = {
  name: 'workspaces',
  setup({ onResolve }) {
    onResolve({ filter: /^@piket\// }, ({ path }) => {
      const [, workspace, ...rest] = path.split('/')
      return { path: join(root, workspace, ...rest) }
    })
    onResolve({ filter: /^#platform\// }, ({ path }) => ({ path: join(root, 'server', path.slice(1)) }))
  },
}

/**
 * Packages stay outside the program, but for those that npm keeps beside one workspace because its version is not the
 * one at the root: `dist/` would find the other version.
 */
const packagesOutside = {
  name: 'packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^./#]/ }, ({ path, resolveDir, kind }) => {
      if (kind === 'entry-point' || isAbsolute(path)) return undefined
      const name = path
        .split('/')
        .slice(0, path.startsWith('@') ? 2 : 1)
        .join('/')
      const inside = resolveDir.slice(root.length + 1).split(sep)
      const own = inside.includes('node_modules') || existsSync(join(root, inside[0], 'node_modules', name))
      return own && !isBuiltin(path) ? undefined : { path, external: true }
    })
  },
}

/** What the browser loads: scripts and style sheets, each under a name that changes with its content. */
async function webAssets() {
  const entries = {
    enhance: 'web/enhance.ts',
    day: 'web/day.ts',
    passkey: 'web/passkey.ts',
    account: 'web/account.ts',
    renew: 'web/renew.ts',
    report: 'web/report.ts',
    inspection: 'web/inspection.ts',
    workbench: 'web/workbench.ts',
    effect: 'web/workbench/effect-worker.ts',
    worker: 'web/worker/service-worker.ts',
    theme: 'web/theme.css',
    desk: 'web/desk.css',
  }
  const manifest = {}
  const files = []
  for (const [name, source] of Object.entries(entries)) {
    if (!existsSync(join(root, source))) continue
    const { outputFiles } = await bundle({
      ...shared,
      entryPoints: [source],
      outdir: join(dist, 'web'),
      minify: true,
      format: 'esm',
      platform: 'browser',
      target: ['es2022', 'chrome100', 'firefox100', 'safari15'],
      plugins: [workspaces],
      loader: { '.woff2': 'dataurl', '.svg': 'dataurl', '.png': 'dataurl' },
    })
    for (const { path, contents } of outputFiles) {
      const kind = path.slice(path.lastIndexOf('.'))
      const hash = createHash('sha256').update(contents).digest('hex').slice(0, 10)
      manifest[name] = `${name}.${hash}${kind}`
      files.push({ path: join(dist, 'web', manifest[name]), contents })
    }
  }
  return { manifest, files }
}

async function placeCompressed({ path, contents }) {
  const quality = { params: { [zlib.BROTLI_PARAM_QUALITY]: 11 } }
  await place(`${path}.br`, await brotli(contents, quality))
  await place(`${path}.gz`, await zip(contents, { level: 9 }))
  await place(path, contents)
}

/** Removes what an earlier build left in a folder. */
async function sweep(folder, wanted) {
  const keep = new Set(wanted)
  for (const name of existsSync(folder) ? await readdir(folder) : []) {
    if (!keep.has(name)) await rm(join(folder, name), { recursive: true, force: true })
  }
}

/** Builds everything. Twice with the same sources gives the same files. */
export async function build() {
  // A source that is saved while the build runs is newer than the result, and so is built again.
  const started = new Date()
  const [{ manifest, files }, outputs] = await Promise.all([webAssets(), program()])
  for (const file of files) await placeCompressed(file)
  await place(join(dist, 'web/manifest.json'), `${JSON.stringify(manifest)}\n`)
  const entry = outputs.find(({ path }) => path === join(dist, 'piket.mjs'))
  for (const { path, contents } of outputs) if (path !== entry.path) await place(path, contents)
  await place(entry.path, entry.contents)
  await utimes(entry.path, started, started)
  const served = files.flatMap(({ path }) => ['', '.br', '.gz'].map((end) => basename(path) + end))
  await sweep(join(dist, 'web'), [...served, 'manifest.json'])
  await sweep(
    join(dist, 'chunks'),
    outputs.map(({ path }) => basename(path)),
  )
}

if (process.argv[1] && realpathSync(process.argv[1]) === import.meta.filename) await build()
