#!/usr/bin/env node
/** Starts Piket from `dist/`, and builds that first where it is missing or, in a checkout, older than the sources. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const program = join(root, 'dist/piket.mjs')
const sources = ['cli', 'domain', 'server', 'web']

function changedAfter(moment) {
  if (statSync(join(root, 'build.mjs')).mtimeMs > moment) return true
  return sources.some((folder) => existsSync(join(root, folder)) && anyNewer(join(root, folder), moment))
}

function anyNewer(folder, moment) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    if (entry.name === 'node_modules') return false
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return anyNewer(path, moment)
    return /(?<!\.test)\.(tsx?|css)$/.test(entry.name) && statSync(path).mtimeMs > moment
  })
}

const isStale = () =>
  !existsSync(program) || (existsSync(join(root, '.git')) && changedAfter(statSync(program).mtimeMs))

try {
  if (isStale()) {
    const { build } = await import(pathToFileURL(join(root, 'build.mjs')).href)
    await build()
  }
} catch (error) {
  console.error(
    `Piket belum dapat dibangun; jalankan "npm ci" lalu ulangi. / Piket could not be built; run "npm ci" and try again.\n${error.message}`,
  )
  process.exit(70)
}
await import(pathToFileURL(program).href)
