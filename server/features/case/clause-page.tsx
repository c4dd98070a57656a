import type { Circular } from '@piket/domain/circular/schema.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import type { Language } from '#platform/language.ts'
import type { Text } from './text.ts'

/** A clause that is named as `circular/clause`, in words. */
export function clauseText(
  name: string,
  documents: ReadonlyMap<string, Circular>,
  language: Language,
  t: Text,
): string {
  const [circular = '', clause = ''] = name.split('/')
  return t.clause(clause, citation(documents.get(circular), circular)[language])
}
