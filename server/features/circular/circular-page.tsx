import { mayAtAll } from '@piket/domain/access/permission.ts'
import type { Day } from '@piket/domain/calendar/day.ts'
import { citeWords } from '@piket/domain/circular/cite-words.ts'
import type { Moment } from '@piket/domain/circular/literal.ts'
import type { OpenQuestion } from '@piket/domain/circular/question-words.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { type Wording, wordingOn } from '@piket/domain/circular/wording.ts'
import type { Attention } from '@piket/domain/decision/attention.ts'
import { citation } from '@piket/domain/decision/explain.ts'
import type { DocumentStanding } from '@piket/domain/decision/standing.ts'
import type { Problem } from '@piket/domain/messages/problem.ts'
import { clauseKindWords, kindWords, standingWords } from '@piket/domain/messages/words.ts'
import type { ComponentChildren } from 'preact'
import { along } from '#platform/along.ts'
import { type Language, longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Questions } from '#platform/questions.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { LetterMarks } from '../signing/service.ts'
import { Figures } from './facts-page.tsx'
import { Groups, type Names, Notes, Particulars, periodText, Relations } from './particulars-page.tsx'
import type { FiledCircular } from './service.ts'
import type { Text } from './text.ts'
import { Wordings } from './wording-page.tsx'

interface Props {
  readonly view: View
  readonly slug: string
  /** The day that was asked about, and how the document stands on it. */
  readonly asked: Day
  readonly standing: DocumentStanding
  /** Why somebody has to look at it on that day. */
  readonly attentions: readonly Attention[]
  /** Where it ends, extensions counted in. */
  readonly end: Moment | null | undefined
  /** The day on which its readings are tried. */
  readonly day: Day
  readonly filed: FiledCircular
  /** The letter as it was signed; undefined: none is kept. */
  readonly letter: LetterMarks | undefined
  readonly others: readonly FiledCircular[]
  /** Its texts, in the order of their days. */
  readonly wordings: readonly Wording[]
  /** Another document as it read before this one. */
  readonly before: (target: string) => Circular | undefined
  readonly problems: readonly Problem[]
  readonly questions: readonly OpenQuestion[]
  readonly names: Names
  readonly t: Text
}

export function CircularPage(props: Props) {
  const {
    view,
    slug,
    asked,
    standing,
    attentions,
    end,
    day,
    filed,
    letter,
    others,
    wordings,
    before,
    problems,
    questions,
    names,
    t,
  } = props
  const { doc } = filed
  const { language } = view
  const reads = wordingOn(wordings, asked)
  // A proposal is of that kind and of that status: said once.
  const [kind, ...stands] = new Set([kindWords[doc.kind][language], standingWords[standing][language]])
  return (
    <Shell view={view} title={citation(doc, doc.id)[language]} here="edaran">
      <div class="head">
        <div>
          <p class="small quiet">
            {kind}
            {stands.length > 0 && ` · ${t.on(longDay(asked, language))} ${stands}`}
          </p>
          <h1 lang="id">{doc.title}</h1>
          <p>
            {doc.number === null ? t.numberUnknown : t.number(doc.number)} · {periodText(doc, language, t)}
            {typeof end === 'string' &&
              end !== doc.in_force.until &&
              standing !== 'revoked' &&
              standing !== 'replaced' &&
              ` · ${t.extendedUntil(longDay(end.slice(0, 10) as Day, language))}`}
          </p>
        </div>
        {doc.status === 'in_force' && view.viewer && mayAtAll(view.viewer, 'write-drafts') && (
          <p class="act">
            <a href={`/${slug}/edaran/${doc.id}/tindak`}>{t.acts}</a>
          </p>
        )}
      </div>
      {attentions.map(({ reason, about }) => (
        <Notice tone="unknown">
          {reason === 'review' ? (
            <p>{t.reviewDue(longDay(about as Day, language))}</p>
          ) : (
            <p>
              {t.lapsed}{' '}
              <a href={`/${slug}/edaran/${about}`}>
                {citation(others.find((one) => one.id === about)?.doc ?? doc, about)[language]}
              </a>
            </p>
          )}
        </Notice>
      ))}
      {doc.status === 'proposed' && (
        <Notice tone="unknown">
          <p>
            {t.proposal} <a href={`/${slug}?tanggal=${day}&simulasi=${day}`}>{t.simulate}</a>
          </p>
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          {doc.considerations && <Considerations doc={doc} list={doc.considerations} language={language} t={t} />}
          <Clauses doc={reads.doc} unitName={names.unit} language={language} t={t}>
            <Wordings {...{ wordings, others, slug, language, t }} shown={reads} />
          </Clauses>
          <Questions questions={questions} day={day} unitName={names.unit} language={language} />
        </div>
        <div class="stack">
          <Particulars filed={filed} letter={letter} slug={slug} language={language} t={t} />
          <Relations
            doc={doc}
            others={others}
            before={before}
            slug={slug}
            query={along(view.address, { tanggal: asked })}
            names={names}
            language={language}
            t={t}
          />
          <Groups doc={reads.doc} unitName={names.unit} language={language} t={t} />
          <Figures doc={doc} names={names} language={language} t={t} />
          <Notes doc={doc} problems={problems} language={language} t={t} />
        </div>
      </div>
    </Shell>
  )
}

interface Said {
  readonly language: Language
  readonly t: Text
}

interface ConsiderationsProps extends Said {
  readonly doc: Circular
  readonly list: NonNullable<Circular['considerations']>
}

function Considerations({ doc, list, language, t }: ConsiderationsProps) {
  return (
    <section class="card" aria-labelledby="menimbang">
      <h2 id="menimbang">{t.why}</h2>
      <ul class="list">
        {list.map(({ type, text, by, cite }) => (
          <li>
            <strong>{t[type]}:</strong> <span lang="id">{text}</span>
            <span class="small quiet">
              {' '}
              {by ? `${by}, ` : ''}
              {citeWords(doc, cite)[language]}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

interface ClausesProps extends Said {
  readonly doc: Circular
  readonly unitName: (unit: string) => string
  readonly children: ComponentChildren
}

function Clauses({ doc, unitName, language, t, children }: ClausesProps) {
  return (
    <section class="card" aria-labelledby="butir">
      <h2 id="butir">{t.clauses}</h2>
      {children}
      {doc.clauses.length === 0 && <p>{doc.relations.length > 0 ? t.clausesElsewhere : t.clausesNone}</p>}
      <ol class="list">
        {doc.clauses.map((clause) => (
          <li id={clause.id} class="stack-s">
            <p>
              <strong class="code">{clause.id}</strong>{' '}
              <span class="ds-tag" data-color="neutral">
                {clauseKindWords[clause.kind][language]}
              </span>
            </p>
            <p>{clauseSentence(clause, doc, unitName)[language]}</p>
            <p class="small quiet">
              {[clause.label_id, clause.reason, clause.note].filter(Boolean).map((said) => (
                <>
                  <span lang="id">{said}</span> ·{' '}
                </>
              ))}
              {citeWords(doc, clause.cite)[language]}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
