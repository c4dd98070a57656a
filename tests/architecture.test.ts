/** The law of the house (CONTRIBUTING.md), and proof that it looked at something. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

interface Source {
  readonly file: string
  readonly text: string
  /** What it imports: files from the root of the repository, packages by name. */
  readonly imports: readonly string[]
}

const sources = ['domain', 'server', 'web', 'cli', 'bench', 'tests'].flatMap((workspace): Source[] =>
  readdirSync(join(root, workspace), { recursive: true, encoding: 'utf8' })
    .map((path) => join(workspace, path))
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !/node_modules|\.gen\.ts$/.test(path))
    .map((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      return { file, text, imports: importsOf(file, text) }
    }),
)

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(/(?:^|[\s}])(?:from|import)\s*\(?\s*'([^'\n]+)'/g)].map(([, specifier = '']) =>
    specifier.startsWith('.')
      ? relative(root, join(root, dirname(file), specifier))
      : specifier.replace(/^#platform\//, 'server/platform/').replace(/^@piket\//, ''),
  )
}

const isTest = ({ file }: Source) => /\.test\.tsx?$/.test(file)
const inside = (folder: string) => sources.filter(({ file }) => file.startsWith(folder))
const features = inside('server/features/')
const workspaces = /^(domain|server|web|cli|bench|tests)\//

/** Every import of some files that is not allowed, as a sentence. */
const offending = (some: readonly Source[], allowed: (path: string, source: Source) => boolean): string[] =>
  some.flatMap((source) =>
    source.imports.filter((path) => !allowed(path, source)).map((path) => `${source.file} imports ${path}`),
  )

test('there is something to check', () => {
  expect(sources.length).toBeGreaterThan(150)
  expect(features.length).toBeGreaterThan(30)
  expect(sources.flatMap(({ imports }) => imports).length).toBeGreaterThan(700)
  const seen = sources.flatMap(({ imports }) => imports).filter((path) => workspaces.test(path))
  const files = new Set(sources.map(({ file }) => file))
  expect(seen.filter((path) => !files.has(path) && !path.endsWith('.gen.ts'))).toEqual([])
})

test('a feature holds only the files of the vocabulary', () => {
  const known = /^(schema|service|queries|text|jobs)\.ts$|^routes\.tsx$|^[a-z-]+-page\.tsx$|\.test\.tsx?$/
  expect(features.map(({ file }) => file).filter((file) => !known.test(basename(file)))).toEqual([])
  const others = readdirSync(join(root, 'server/features'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.tsx?$/.test(entry.name))
    .map(({ name }) => name)
  expect(others.filter((name) => name !== 'queries.snap.sql' && !/^[a-z-]+\.typ$/.test(name))).toEqual([])
})

test('every queries.ts has its SQL beside it', () => {
  const queries = features.filter(({ file }) => basename(file) === 'queries.ts')
  expect(queries.length).toBeGreaterThan(3)
  const bare = queries.filter(({ file }) => {
    const beside = readdirSync(join(root, dirname(file)))
    return !beside.includes('queries.snap.sql') || !beside.includes('queries.test.ts')
  })
  expect(bare.map(({ file }) => file)).toEqual([])
})

test('features meet only through services and schemas', () => {
  const strangers = offending(
    features.filter((source) => !isTest(source)),
    (path, { file }) =>
      !path.startsWith('server/features/') || dirname(path) === dirname(file) || /\/(service|schema)\.ts$/.test(path),
  )
  expect(strangers).toEqual([])
})

test('queries are reached only from the service beside them', () => {
  const shortcuts = offending(
    sources.filter((source) => !isTest(source)),
    (path, { file }) => !path.endsWith('/queries.ts') || join(dirname(path), 'service.ts') === file,
  )
  expect(shortcuts).toEqual([])
})

test('a route calls a service: it knows neither SQL nor the driver', () => {
  const routes = features.filter(({ file }) => basename(file) === 'routes.tsx')
  expect(routes.length).toBeGreaterThan(3)
  expect(offending(routes, (path) => !/queries\.ts$|^kysely|^pg$/.test(path))).toEqual([])
})

test('a page is given what it shows: it imports no queries, no database and no value of a service', () => {
  const pages = features.filter(({ file }) => file.endsWith('-page.tsx'))
  expect(pages.length).toBeGreaterThan(5)
  expect(offending(pages, (path) => !/queries\.ts$|platform\/db\.ts$|^kysely|^pg$/.test(path))).toEqual([])
  const values = pages.filter(({ text }) => /^import (?!type )[^']*'\.{1,2}\/(?:[\w-]+\/)?service\.ts'/m.test(text))
  expect(values.map(({ file }) => file)).toEqual([])
})

test('words come from nothing but the languages', () => {
  const texts = features.filter(({ file }) => basename(file) === 'text.ts')
  expect(texts.length).toBeGreaterThan(3)
  expect(offending(texts, (path) => path === 'server/platform/language.ts')).toEqual([])
})

test('the domain imports nothing but itself, except yaml and zod where documents are read and written', () => {
  const pure = inside('domain/').filter((source) => !isTest(source))
  expect(pure.length).toBeGreaterThan(50)
  const readers = /^domain\/circular\/(parse|written|literal|clause|schema|issue)\.ts$/
  const allowed = (path: string, { file }: Source) =>
    path.startsWith('domain/') || (readers.test(file) && /^(yaml|zod)$/.test(path))
  expect(offending(pure, allowed)).toEqual([])
})

test('the domain is given its day and its seed', () => {
  const pure = inside('domain/').filter((source) => !isTest(source))
  const impure = pure.filter(({ text }) => /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\./.test(text))
  expect(impure.map(({ file }) => file)).toEqual([])
})

test('layers lean one way: the platform knows no feature, features know neither the app nor the command line', () => {
  const platform = inside('server/platform/').filter((source) => !isTest(source))
  expect(offending(platform, (path) => !/^server\/(features|demo|app|main)/.test(path))).toEqual([])
  const serving = features.filter((source) => !isTest(source))
  expect(offending(serving, (path) => !/^server\/(app|main|demo|testing)|^(cli|bench|tests)\//.test(path))).toEqual([])
  expect(offending(inside('server/'), (path) => !/^(cli|bench)\//.test(path))).toEqual([])
  // What a phone signs and shows is what the server reads: the domain is their common ground.
  expect(offending(inside('web/'), (path) => /^(web|domain)\//.test(path))).toEqual([])
})

test('the second program that checks rosters shares no code with the one that draws them', () => {
  const verifier = inside('domain/roster-verifier/').filter((source) => !isTest(source))
  expect(verifier.length).toBeGreaterThan(0)
  const shared = /^domain\/(calendar|roster-verifier)\/|^domain\/roster\/(roster-input|roster-result)\.ts$/
  expect(offending(verifier, (path) => shared.test(path))).toEqual([])
})

test('the second program that checks escorts shares no code with the one that proposes them', () => {
  const verifier = inside('domain/escort-verifier/').filter((source) => !isTest(source))
  expect(verifier.length).toBeGreaterThan(0)
  const shared = /^domain\/escort\/(escort-input|escort-result)\.ts$/
  expect(offending(verifier, (path) => shared.test(path))).toEqual([])
})

test('the command line stands where routes stand', () => {
  const commands = inside('cli/').filter((source) => !isTest(source))
  const above = (path: string) => !/\/queries\.ts$|-page\.tsx$|\/routes\.tsx$|^kysely|^pg$/.test(path)
  expect(offending(commands, above)).toEqual([])
})

test('nobody exports by default, but where a tool asks for it', () => {
  const asked = ['server/testing/global-setup.ts']
  const found = sources.filter(({ text }) => /^export default /m.test(text)).map(({ file }) => file)
  expect(found).toEqual(asked)
})

test('no file is a drawer for everything, and every name is in kebab-case', () => {
  const names = sources.map(({ file }) => file)
  const drawer = /^(index|utils?|helpers?|common|types|constants|misc|shared|lib)\.(tsx?|mjs)$/
  expect(names.filter((file) => drawer.test(basename(file)))).toEqual([])
  expect(
    names.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|gen|d|bench))?\.(tsx?|mjs)$/.test(basename(file))),
  ).toEqual([])
})

test('nothing is left undone or switched off', () => {
  const self = 'tests/architecture.test.ts'
  const others = sources.filter(({ file }) => file !== self)
  const found = others.flatMap(({ file, text }) =>
    [
      ...text.matchAll(/\b(?:FIXME|XXX|HACK)\b|@ts-(?:ignore|nocheck)|\b(?:test|describe|it)\.(?:only|skip|todo)\b/g),
    ].map(([mark]) => `${file}: ${mark}`),
  )
  expect(found).toEqual([])
})
