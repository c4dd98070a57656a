import type { Day } from '@piket/domain/calendar/day.ts'
import type { UnitName } from '@piket/domain/circular/speech.ts'
import { dayText } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Draft } from '../draft/service.ts'
import { Amendment } from './amendment-page.tsx'
import { Clauses } from './clause-page.tsx'
import { EffectPanels } from './effect-page.tsx'
import { LetterPanels } from './letter-page.tsx'
import type { Bench } from './service.ts'
import type { Text } from './text.ts'

export interface BenchProps {
  readonly view: View
  readonly slug: string
  readonly draft: Draft
  /** Its YAML. */
  readonly text: string
  readonly bench: Bench
  readonly nameOf: (account: string) => string
  readonly unitName: UnitName
  /** Units that a group can name, by name. */
  readonly units: readonly (readonly [unit: string, name: string])[]
  readonly moment: (at: Date) => string
  /** A new number for each form; undefined: the viewer writes nothing. */
  readonly form: (() => string) | undefined
  /** The clause whose form is open. */
  readonly editing: string | undefined
  readonly t: Text
}

/** A draft on the bench: its clauses and its letter on one side, what it would do on the other. */
export function BenchPage(props: BenchProps) {
  const { view, slug, draft, form, t } = props
  const { doc } = draft
  const writes = form !== undefined && draft.endedAs === null
  return (
    <Shell view={view} title={doc.title} here="edaran" wide script={writes ? view.assets.workbench : undefined}>
      <div class="head">
        <div>
          <h1 lang="id">{doc.title}</h1>
          <p>{[doc.number ?? t.unnumbered, periodOf(props)].join(' · ')}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/konsep`}>{t.drafts}</a>
          <a href={`/${slug}/bandingkan?${new URLSearchParams({ b: `konsep:${draft.id}` })}`}>{t.compare}</a>
          {draft.endedAs === null && <a href={`/${slug}/konsep/${draft.id}/uji`}>{t.trial}</a>}
          {draft.endedAs === null && <a href={simulationOf(props)}>{t.simulate}</a>}
          <a href={`/${slug}/konsep/${draft.id}/naskah.yaml`}>{t.yaml}</a>
          <a href={`/${slug}/konsep/${draft.id}/surat.pdf`}>{t.asLetter}</a>
          {writes && (
            <a class="ds-button" href={`/${slug}/konsep/${draft.id}/tanda-tangan`}>
              {t.sign}
            </a>
          )}
        </p>
      </div>
      {draft.endedAs !== null && (
        <Notice tone="neutral">
          <p>{draft.endedAs === 'signed' ? t.ended.signed : t.ended.dropped(draft.endedFor ?? '')}</p>
        </Notice>
      )}
      <Steps {...props} />
      <div class="cols" {...(writes && liveOf(props))}>
        <div class="stack">
          <Amendment {...props} />
          <Clauses {...props} />
          <LetterPanels {...props} />
        </div>
        <EffectPanels {...props} />
      </div>
    </Shell>
  )
}

/** The draft beside what holds, from the first day that it is tried on. */
const simulationOf = ({ slug, draft, bench: { ground } }: BenchProps) =>
  `/${slug}/simulasi?${new URLSearchParams({ a: 'sekarang', b: `konsep:${draft.id}`, dari: ground.from })}`

/** What script tries the draft with while somebody types: the draft, and where the rest is to be had. */
const liveOf = ({ view: { language, assets }, slug, draft }: BenchProps) => ({
  'data-bench': JSON.stringify({
    ...{ language, doc: draft.doc, amends: draft.amends },
    ground: `/${slug}/konsep/${draft.id}/dasar.json`,
    worker: assets.effect,
  }),
})

function periodOf({ draft: { doc }, view: { language }, t }: BenchProps): string {
  const { from, until } = doc.in_force
  if (typeof from !== 'string') return from === null ? t.undated : t.byEvent
  const day = (moment: string) => dayText(moment.slice(0, 10) as Day, language)
  return t.period(day(from), typeof until === 'string' ? day(until) : t.openEnd)
}

/** How far the draft has come. */
function Steps({ draft, bench: { problems }, t }: BenchProps) {
  const errors = problems.filter(({ level }) => level === 'error').length
  const questions = draft.doc.open_questions.filter(({ blocks }) => blocks !== 'none').length
  const isSound = errors + questions === 0
  const isSigned = draft.endedAs === 'signed'
  const steps = [
    { words: t.steps.draft, state: t.edits(draft.edits.length), done: true },
    { words: t.steps.checked, state: t.checkedState(errors, questions), done: isSound },
    { words: t.steps.signed, state: isSigned ? (draft.doc.number ?? '') : t.notYet, done: isSigned },
  ]
  const now = steps.findLastIndex(({ done }) => done)
  return (
    <ol class="steps">
      {steps.map(({ words, state, done }, at) => (
        <li class={done ? 'done' : undefined} aria-current={at === now ? 'step' : undefined}>
          {words}
          <small>{state}</small>
        </li>
      ))}
    </ol>
  )
}
