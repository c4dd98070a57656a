import { caseKinds } from '@piket/domain/case/case.ts'
import { complaintKinds } from '@piket/domain/complaint/complaint.ts'
import { markKinds } from '@piket/domain/inspection/mark.ts'
import { longDay } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { Notice } from '#platform/parts.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { clauseText } from './clause-page.tsx'
import { DeskForms } from './desk-page.tsx'
import { OwnForms } from './own-page.tsx'
import type { CaseRead, CaseStep } from './service.ts'
import { Standing } from './standing-page.tsx'
import type { Text } from './text.ts'
import { Told } from './told-page.tsx'

interface Props {
  readonly view: View
  readonly slug: string
  readonly read: CaseRead
  /** The person looks; else somebody who follows it. */
  readonly own: boolean
  readonly saved: boolean
  readonly moment: (at: number) => string
  readonly t: Text
}

/** One case: what is asked, by which clause, how it stands, what was said, and what the viewer can say now. */
export function CasePage(props: Props) {
  const { view, slug, read, own, saved, moment, t } = props
  const { file } = read
  return (
    <Shell view={view} title={own ? t.own : t.inbox} here={own ? 'saya' : 'tim'}>
      <p class="small">
        <a href={`/${slug}/kasus${own ? '' : '/tinjau'}`}>{own ? t.toOwn : t.toInbox}</a>
      </p>
      <div class="head">
        <div>
          <h1>{caseKinds[file.kind][view.language]}</h1>
          {!own && <p>{file.name}</p>}
          <Standing file={file} moment={moment} t={t} />
        </div>
      </div>
      {saved && (
        <Notice tone="neutral">
          <p role="status">{t.saved}</p>
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          <Asked {...props} />
          {own && <OwnForms slug={slug} file={file} t={t} />}
          {!own && <DeskForms language={view.language} slug={slug} read={read} t={t} />}
          <Said {...props} />
          <Told {...props} />
        </div>
        <Rests {...props} />
      </div>
    </Shell>
  )
}

function Asked({ view: { language }, slug, read: { file, seen, complaint }, moment, t }: Props) {
  const { words, openerName, openedAt, day, finding } = file
  return (
    <section class="card stack-s" aria-labelledby="diminta">
      <h2 id="diminta">{t.asked}</h2>
      <p class="lines">{words}</p>
      <p class="small">{t.day(longDay(day, language))}</p>
      {finding !== null && (
        <p class="small">
          <a href={`/${slug}/temuan/${finding}`}>{t.toFinding}</a>
        </p>
      )}
      {seen && (
        <p class="small">
          {t.minutes(`${seen.number}/${seen.day.slice(0, 4)}`, markKinds[seen.mark.kind][language])}
          {seen.mark.note && ` · ${seen.mark.note}`} · {moment(seen.mark.at)}
        </p>
      )}
      {complaint && (
        <p class="small">
          {t.complaint(complaint.number, complaint.unitName, complaintKinds[complaint.kind][language])}
        </p>
      )}
      <p class="small quiet">{t.openedBy(openerName, moment(openedAt))}</p>
    </section>
  )
}

function Said(props: Props) {
  const {
    read: { file },
    t,
  } = props
  return (
    <section class="card stack-s" aria-labelledby="riwayat">
      <h2 id="riwayat">{t.history}</h2>
      {file.steps.length === 0 && <p>{t.nothingSaid}</p>}
      <ol class="list">
        {file.steps.map((step) => (
          <StepText {...props} step={step} />
        ))}
      </ol>
    </section>
  )
}

interface StepProps extends Props {
  readonly step: CaseStep
}

const StepText = ({ step, view, read, moment, t }: StepProps) => (
  <li class="stack-s">
    <p>
      <strong>{[t.moves[step.move], step.outcome && t.outcomes[step.outcome]].filter(Boolean).join(': ')}</strong>
    </p>
    <p class="lines">{step.words}</p>
    {step.outcome === 'upheld' && (
      <p class="small">
        {[
          step.clause && clauseText(step.clause, read.documents, view.language, t),
          step.measure ? t.measure(step.measure.label, step.measure.regulation) : t.noMeasure,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    )}
    <p class="small quiet">{[step.byName, t.as[step.as], moment(step.at)].filter(Boolean).join(' · ')}</p>
  </li>
)

function Rests({ view, slug, read: { file, documents }, t }: Props) {
  return (
    <section class="card stack" aria-labelledby="butir-kasus">
      <h2 id="butir-kasus">{t.rests}</h2>
      {file.clauses.map((name) => {
        const [circular = '', clause = ''] = name.split('/')
        const doc = documents.get(circular)
        return doc ? (
          <Law doc={doc} id={clause} unitName={(unit) => unit} slug={slug} query="" language={view.language} />
        ) : (
          <p>{name}</p>
        )
      })}
    </section>
  )
}
