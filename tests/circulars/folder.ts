/** Circulars and case files, read from their folders. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { parse } from 'yaml'
import { type CaseFile, caseFile } from './case-file.ts'

/** Where circulars lie with their cases beside them. */
export interface CircularFolder {
  readonly circularFiles: readonly string[]
  readonly caseFiles: readonly string[]
  read(name: string): string
  loadCases(name: string): CaseFile
  /** Every circular by its id, and what the parser says about the files. */
  loadCirculars(): { docs: Map<string, Circular>; problems: Problem[] }
}

function folderAt(path: string): CircularFolder {
  const names = readdirSync(path)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
  const caseFiles = names.filter((name) => name.endsWith('.cases.yaml'))
  const circularFiles = names.filter((name) => !caseFiles.includes(name) && name !== 'equivalent-mutants.yaml')
  const read = (name: string) => readFileSync(join(path, name), 'utf8')
  return {
    circularFiles,
    caseFiles,
    read,
    loadCases: (name) => caseFile.parse(parse(read(name))),
    loadCirculars() {
      const parsed = circularFiles.map((name) => parseCircular(name, read(name)))
      return {
        docs: new Map(parsed.flatMap(({ doc }) => (doc ? [[doc.id, doc]] : []))),
        problems: parsed.flatMap(({ problems }) => problems),
      }
    },
  }
}

/** The circulars of the product. */
export const circulars = folderAt(join(import.meta.dirname, '../../circulars'))

/** Invented circulars, each for one construct of the language. */
export const constructs = folderAt(join(import.meta.dirname, 'constructs'))

/** Invented letters of other regions, years and reasons, as a clerk would transcribe them. */
export const invented = folderAt(join(import.meta.dirname, 'invented'))
