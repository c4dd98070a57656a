/** A form that was refused, shown again on its page: what was typed stands in its fields, and the refusal at its head. */
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { type ComponentChildren, createContext, type JSX, type VNode } from 'preact'
import { useContext } from 'preact/hooks'
import { renderToString } from 'preact-render-to-string'
import { type Fields, listOf, textOf } from './form.ts'
import { byLabels } from './invalid-form.ts'
import type { Language } from './language.ts'
import { type Refusal, refusals } from './refusal.ts'
import { RefusalNotice } from './refusal-notice.tsx'

export interface RefusedForm {
  readonly refusal: Refusal
  /** The address that the form was sent to. */
  readonly url: string
  /** What was sent. */
  readonly fields: Fields
  readonly language: Language
}

/** While its page is written: whether some form of the page was the one, and said so. */
interface Shown extends RefusedForm {
  readonly isForPage: boolean
  /** Of its fields, by their names, as they are written. */
  readonly labels: Map<string, string>
  said: boolean
}

const ShownForm = createContext<Shown | undefined>(undefined)
/** Of the form around a field, where that is the refused one. */
const FormAround = createContext<Shown | undefined>(undefined)

/**
 * A page as HTML. Where the form that was refused is not on it, or no longer, the refusal stands at its top. What the
 * refusal calls its fields is known once they were written, so that the page is written again with it.
 */
export function renderPage(page: VNode, form: RefusedForm | undefined): string {
  if (!form) return renderToString(page)
  const write = (shown: Shown) => renderToString(<ShownForm.Provider value={shown}>{page}</ShownForm.Provider>)
  const shown: Shown = { ...form, isForPage: false, labels: new Map(), said: false }
  const html = write(shown)
  if (!shown.said) return write({ ...shown, isForPage: true })
  const refusal = byLabels(form.refusal, shown.labels)
  return refusal === form.refusal ? html : write({ ...shown, refusal, said: false })
}

const text = {
  id: { notDone: 'Belum berhasil', sentBefore: 'Sudah terkirim sebelumnya' },
  en: { notDone: 'Not done', sentBefore: 'Sent before' },
}

/** The refusal of a form that is not on the page. */
export function RefusalOfPage() {
  const shown = useContext(ShownForm)
  return shown?.isForPage ? <Said form={shown} /> : null
}

function Said({ form: { refusal, language } }: { readonly form: RefusedForm }) {
  const { notDone, sentBefore } = text[language]
  const title = refusal.refused === 'secret-shown-once' ? sentBefore : notDone
  return <RefusalNotice refusal={refusal} title={title} language={language} focused />
}

/** Hidden fields by which a form is told from others of the same address; an empty one: those without it. */
type Marks = Readonly<Record<string, string>>

const pathOf = (url: string) => url.split('?', 1)[0]

/** Whether the form of an address is the one that was refused: what folds it away is open then. */
export function useIsRefused(action: string, of: Marks = {}): boolean {
  const shown = useContext(ShownForm)
  if (!shown || shown.isForPage || pathOf(shown.url) !== pathOf(action)) return false
  return Object.entries(of).every(([name, value]) => textOf(shown.fields, name) === value)
}

interface FormProps extends Omit<JSX.IntrinsicElements['form'], 'action' | 'method' | 'children'> {
  readonly action: string
  readonly of?: Marks
  readonly children?: ComponentChildren
}

/** A form that is sent. Refused, it has what was typed, and says why. */
export function Form({ of = {}, children, ...given }: FormProps) {
  const shown = useContext(ShownForm)
  const isRefused = useIsRefused(given.action, of)
  const form = isRefused && !shown?.said ? shown : undefined
  if (form) form.said = true
  return (
    <form method="post" class={form && 'stack-s'} {...given}>
      {form && <Said form={form} />}
      {Object.entries(of).map(([name, value]) => value !== '' && <input type="hidden" name={name} value={value} />)}
      <FormAround.Provider value={form}>{children}</FormAround.Provider>
    </form>
  )
}

/** The value of a field: as it was typed into the form around it, else the one given. */
export function useTyped(name: string, given: string | undefined): string | undefined {
  const form = useContext(FormAround)
  return form && name in form.fields ? textOf(form.fields, name) : given
}

/** The same of ticks, of which none may be set. */
export function useTicked(name: string, given: readonly string[]): readonly string[] {
  const form = useContext(FormAround)
  return form ? listOf(form.fields, name) : given
}

/** Says what the form around a field calls it, and hears what its refusal says of it. */
export function useWrong(name: string, label: string): string | undefined {
  const form = useContext(FormAround)
  if (!form) return undefined
  form.labels.set(name, label)
  const { refusal, language } = form
  const words: { readonly field?: string; readonly meaning: Bilingual } = refusals[refusal.refused]
  return refusal.fields?.[name]?.[language] ?? (words.field === name ? words.meaning[language] : undefined)
}
