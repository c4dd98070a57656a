/** What is wrong with an address or a form, in words: a schema names the rule, and nobody reads English first. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'

/** One thing a schema did not accept, as the validator reports it. */
export interface Invalid {
  readonly instancePath: string
  /** The code of the issue in zod. */
  readonly keyword: string
  /** What the issue says beside its code and its place. */
  readonly params: Readonly<Record<string, unknown>>
}

/** Words that a schema gives for its own rule: `.refine(isDay, says({ id, en }))`. */
export const says = (words: Bilingual) => ({ params: { words } })

/** Every finding, each after the name of its parameter. */
export function invalidWords(findings: readonly Invalid[]): Bilingual {
  const all = (language: keyof Bilingual) =>
    findings.map((one) => `${one.instancePath.slice(1)}: ${wordsOf(one)[language]}`).join('; ')
  return { id: all('id'), en: all('en') }
}

function wordsOf({ keyword, params }: Invalid): Bilingual {
  const own = params.params as ReturnType<typeof says>['params'] | undefined
  if (own) return own.words
  const isText = params.origin === 'string'
  switch (keyword) {
    case 'too_big':
      return isText
        ? { id: `paling panjang ${params.maximum} huruf`, en: `at most ${params.maximum} characters` }
        : { id: `paling besar ${params.maximum}`, en: `at most ${params.maximum}` }
    case 'too_small':
      return isText
        ? { id: `paling pendek ${params.minimum} huruf`, en: `at least ${params.minimum} characters` }
        : { id: `paling kecil ${params.minimum}`, en: `at least ${params.minimum}` }
    case 'invalid_value': {
      const values = (params.values as readonly string[]).join(', ')
      return { id: `salah satu dari ${values}`, en: `one of ${values}` }
    }
    case 'invalid_format':
      return { id: 'memuat huruf yang tidak dapat dipakai', en: 'holds characters that cannot be used' }
    case 'invalid_type':
      return params.expected === 'number' || params.expected === 'int'
        ? { id: 'bukan bilangan bulat', en: 'is no whole number' }
        : { id: 'ditulis satu kali saja', en: 'is written once only' }
    default:
      return { id: 'tidak dapat dibaca', en: 'cannot be read' }
  }
}
