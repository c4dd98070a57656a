import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type Refusal, type RefusalCode, refusals } from './refusal.ts'

/**
 * The refusal of a form that lacks something: it says what, also at its field. What is there is not asked for again.
 * @param lacks what is said of each field that may be empty; false: it is not
 */
export function lacking(refused: RefusalCode, lacks: Readonly<Record<string, Bilingual | false>>): Refusal {
  const fields = Object.fromEntries(Object.entries(lacks).flatMap(([name, words]) => (words ? [[name, words]] : [])))
  const said = (language: keyof Bilingual) => {
    const all = Object.values(fields).map((words) => words[language])
    return `${refusals[refused].meaning[language].replace(/\.$/, '')}: ${all.join('; ')}.`
  }
  return { refused, detail: { id: said('id'), en: said('en') }, fields }
}
