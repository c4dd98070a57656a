/** The circulars and case files of the product, read from `circulars/`. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { parse } from 'yaml'
import { type CaseFile, caseFile } from './case-file.ts'

const folder = join(import.meta.dirname, '../../circulars')
const names = readdirSync(folder).toSorted()

export const circularFiles = names.filter(
  (name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml') && name !== 'equivalent-mutants.yaml',
)
export const caseFiles = names.filter((name) => name.endsWith('.cases.yaml'))

export const read = (name: string) => readFileSync(join(folder, name), 'utf8')

/** Every circular by its id, and what the parser says about the files. */
export function loadCirculars(): { docs: Map<string, Circular>; problems: Problem[] } {
  const parsed = circularFiles.map((name) => parseCircular(name, read(name)))
  return {
    docs: new Map(parsed.flatMap(({ doc }) => (doc ? [[doc.id, doc]] : []))),
    problems: parsed.flatMap(({ problems }) => problems),
  }
}

export const loadCases = (name: string): CaseFile => caseFile.parse(parse(read(name)))
