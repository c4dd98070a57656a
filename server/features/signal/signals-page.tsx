import type { ComponentChildren } from 'preact'
import { Field } from '#platform/field.tsx'
import { dayText } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { AnsweredSignal, Signals } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly signals: Signals
  /** The viewer has people who answer to them. */
  readonly leads: boolean
  readonly t: Text
}

/** The signs about oneself, and about one's own people. */
export function SignalsPage({ view, slug, signals, leads, t }: Props) {
  const { team, own } = signals
  const names = new Map([...team, ...own].map(({ person, name }) => [person, name]))
  const shared = { view, names, t }
  return (
    <Shell view={view} title={t.title} here="tim">
      <WorkTabs view={view} here="sinyal" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {leads && (
        <section class="card stack" aria-labelledby="tim">
          <h2 id="tim">{t.team}</h2>
          {team.length === 0 && <p>{t.noneTeam}</p>}
          <ul class="list">
            {team.map((signal, place) => (
              <Sign signal={signal} {...shared}>
                {!signal.explained && (
                  <Form
                    class="stack-s"
                    action={`/${slug}/sinyal/${encodeURIComponent(signal.person)}`}
                    of={marksOf(signal)}
                  >
                    <Field name="kata" id={`kata-${place}`} label={t.words} maxLength={300} required />
                    <div class="act">
                      <Answer value="asked" label={t.askOf(signal.name)} words={t.ask} />
                      <Answer value="explained" label={t.explainedOf(signal.name)} words={t.explained} />
                    </div>
                  </Form>
                )}
              </Sign>
            ))}
          </ul>
        </section>
      )}
      <section class="card stack" aria-labelledby="sendiri">
        <h2 id="sendiri">{t.own}</h2>
        <p class="small quiet">{own.length === 0 ? t.noneOwn : t.ownLead}</p>
        <ul class="list">
          {own.map((signal, place) => (
            <Sign signal={signal} {...shared}>
              {signal.kind === 'sent_after_revocation' && (
                <p class="small">
                  <a href={`/${slug}/koreksi?tanggal=${signal.until}`}>{t.correct}</a>
                </p>
              )}
              {signal.answers.every(({ answer }) => answer === 'asked') && (
                <Form class="stack-s" action={`/${slug}/sinyal`} of={marksOf(signal)}>
                  <Field name="kata" id={`jelas-${place}`} label={t.replyWords} maxLength={300} required />
                  <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
                    {t.reply}
                  </button>
                </Form>
              )}
            </Sign>
          ))}
        </ul>
      </section>
    </Shell>
  )
}

interface SignProps {
  readonly signal: AnsweredSignal
  readonly view: View
  /** Names of those whom the viewer reaches: of others only their number is told, in the reason. */
  readonly names: ReadonlyMap<string, string>
  readonly children: ComponentChildren
  readonly t: Text
}

function Sign({ signal, view: { language }, names, children, t }: SignProps) {
  const { name, reason, days, others, answers } = signal
  const known = others.flatMap((other) => names.get(other) ?? [])
  return (
    <li>
      <div class="grow stack-s">
        <p>
          <strong>{name}</strong>: {reason[language]}
        </p>
        <p class="small quiet">
          {t.days(days.map((day) => dayText(day, language)).join(', '))}
          {known.length > 0 && ` · ${t.others(known.join(', '))}`}
        </p>
        {answers.map(({ answer, words, byName }) => (
          <p class="small">
            {t.said(t.answers[answer], byName)}: {words}
          </p>
        ))}
        {children}
      </div>
    </li>
  )
}

/** By which a sign of somebody is told from another one. */
const marksOf = ({ kind, until }: AnsweredSignal) => ({ tanda: kind, hari: until })

interface AnswerProps {
  readonly value: 'asked' | 'explained'
  readonly label: string
  readonly words: string
}

const Answer = ({ value, label, words }: AnswerProps) => (
  <button
    class="ds-button"
    data-variant="secondary"
    data-size="sm"
    type="submit"
    name="jawaban"
    value={value}
    aria-label={label}
  >
    {words}
  </button>
)
