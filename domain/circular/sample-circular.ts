/** A small circular for tests and for the examples of the documentation: everything but what an example is about. */
import { type ParsedCircular, parseCircular } from './parse.ts'

const usual: Readonly<Record<string, string>> = {
  piket: 'circular/1',
  id: 'contoh',
  kind: 'circular',
  status: 'in_force',
  level: 'regency',
  region: 'uji',
  number: '1/UJI',
  title: 'Contoh',
  issued_on: '2021-07-01',
  issuer: '{office: bupati, signed_by: Uji}',
  in_force: '{from: 2021-07-05, until: 2021-12-31}',
  relations: '[]',
  basis: '[]',
  sources: '[{id: u, type: invented, publisher: Uji}]',
  groups: '{}',
  clauses: '[]',
  open_questions: '[]',
}

/** The text of a circular that states this; every other key as usual. */
export function sampleText(stated: string): string {
  const keys = new Set([...stated.matchAll(/^(\w+):/gm)].map(([, key]) => key))
  const rest = Object.entries(usual).flatMap(([key, value]) => (keys.has(key) ? [] : [`${key}: ${value}`]))
  return [...rest, stated].join('\n')
}

/** That circular, parsed and checked. */
export const sampleCircular = (stated: string): ParsedCircular => parseCircular('contoh.yaml', sampleText(stated))
