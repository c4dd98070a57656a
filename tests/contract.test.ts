/** What machines and people may rely on: the contract, who may, every code, every office term. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { codes } from '@piket/domain/messages/codes.ts'
import * as words from '@piket/domain/messages/words.ts'
import { employments, leaveKinds, unitKinds } from '@piket/domain/staff/facts.ts'
import { refusals } from '@piket/server/platform/refusal.ts'
import { codesText } from '@piket/server/testing/codes.ts'
import { appForItsRoutes, openapiFile, openapiText } from '@piket/server/testing/openapi.ts'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface Operation {
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly responses?: Readonly<Record<string, unknown>>
}
interface Contract {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

describe('the interface for machines', () => {
  test('openapi.json is what the app says; server/testing/openapi.ts writes it again', async () => {
    expect(readFileSync(openapiFile, 'utf8')).toBe(await openapiText())
  })

  test('every operation says what it is for and what it answers', () => {
    const { openapi, paths } = JSON.parse(readFileSync(openapiFile, 'utf8')) as Contract
    expect(openapi).toMatch(/^3\./)
    const operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, path, operation })),
    )
    expect(operations.length).toBeGreaterThan(8)
    expect(operations.filter(({ path }) => !path.startsWith('/api/v1/')).map(({ name }) => name)).toEqual([])
    const silent = operations.filter(
      ({ operation: { summary, tags, responses = {} } }) =>
        !summary || !tags?.length || !Object.keys(responses).some((status) => status.startsWith('2')),
    )
    expect(silent.map(({ name }) => name)).toEqual([])
  })
})

describe('who may', () => {
  test('a route that does not say is refused when it is registered', async () => {
    const app = await appForItsRoutes()
    expect(() => app.get('/nobody-said', async () => '')).toThrow('GET /nobody-said does not say who may')
    await app.close()
  })

  test('every route of every feature says so in its own file', () => {
    const folder = join(root, 'server/features')
    const files = readdirSync(folder)
      .map((name) => join(folder, name, 'routes.tsx'))
      .filter((file) => existsSync(file))
    const counts = files.map((file) => {
      const text = readFileSync(file, 'utf8')
      const routes = text.match(/\bapp\.(get|post|put|patch|delete)\(/g)?.length ?? 0
      return { file, routes, said: text.match(/config: \{\s*may: '/g)?.length ?? 0 }
    })
    expect(counts.reduce((sum, { routes }) => sum + routes, 0)).toBeGreaterThan(15)
    expect(counts.filter(({ routes, said }) => routes !== said)).toEqual([])
  })
})

describe('message codes', () => {
  const table = 'domain/messages/codes.ts'
  const sources = ['domain', 'cli', 'server'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((path) => join(folder, path))
      .filter((path) => /\.tsx?$/.test(path) && !/node_modules|\.test\.tsx?$/.test(path) && path !== table)
      .map(read),
  )

  test('every code is explained, and none is explained that nobody uses', () => {
    const used = sources.flatMap((text) => text.match(/PKT-\d{3}/g) ?? [])
    expect(new Set(used).size).toBeGreaterThan(50)
    // The language promises a refusal to publish (circular-language, section 12); nothing publishes circulars yet.
    expect(Object.keys(codes).toSorted()).toEqual([...new Set([...used, 'PKT-702'])].toSorted())
  })

  test('every code says in both languages what it means and what to do', () => {
    for (const [code, { meaning, fix }] of Object.entries({ ...codes, ...refusals }))
      for (const words of [meaning.id, meaning.en, fix.id, fix.en]) expect(words, code).toMatch(/^[^|]{3,}\.$/)
  })

  test('docs/codes.md lists them as they are said; server/testing/codes.ts writes it again', () => {
    expect(read('docs/codes.md')).toBe(codesText())
  })
})

describe('GLOSSARY.md', () => {
  const rows = [...read('GLOSSARY.md').matchAll(/^\| ([^|]+) \| ([^|]+) \|([^|]*)\|$/gm)]
    .map(([, term = '', code = '']) => ({ term: term.trim(), code: code.trim() }))
    .filter(({ term }) => term !== 'Indonesia' && !/^-+$/.test(term))
  const codeWords = rows.flatMap(({ code }) => [...code.matchAll(/`([^`]+)`/g)].map(([, word = '']) => word))
  const terms = rows.flatMap(({ term }) => term.split(/[,;]\s*/))

  test('a term has one English name, and a name one term', () => {
    expect(rows.length).toBeGreaterThan(40)
    const twice = (list: readonly string[]) => list.filter((one, position) => list.indexOf(one) !== position)
    expect(twice(terms.map((term) => term.toLowerCase()))).toEqual([])
    expect(twice(codeWords)).toEqual([])
    expect(rows.filter(({ code }) => !code.includes('`')).map(({ term }) => term)).toEqual([])
  })

  test('every name is really used in the code', () => {
    const sources = ['domain', 'server', 'cli'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((path) => /\.(tsx?|sql)$/.test(path) && !/node_modules|\.test\.tsx?$/.test(path))
        .map((path) => read(join(folder, path))),
    )
    const all = sources.join('\n')
    const absent = codeWords.filter((word) => !new RegExp(`\\b${word.replaceAll(/[^\w]/g, '.')}\\b`).test(all))
    expect(absent).toEqual([])
  })

  test('every office term of the word lists of the domain is there', () => {
    const lists = [
      Object.keys(words.placeWords),
      Object.keys(words.forceWords),
      Object.keys(words.clauseKindWords),
      Object.keys(words.kindWords),
      Object.keys(words.standingWords),
      Object.keys(words.relationWords),
      Object.keys(words.letterWords),
      Object.keys(words.spanWords),
      Object.keys(words.baseWords),
      Object.keys(words.dayKindWords),
      employments,
      leaveKinds,
      unitKinds,
    ]
    expect(lists.flat().filter((word) => !codeWords.includes(word))).toEqual([])
  })
})
