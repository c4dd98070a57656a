import { type ActivityMove, ends, moves } from '@piket/domain/activity/activity.ts'
import { settingWords } from '@piket/domain/messages/activity-words.ts'
import { Field } from '#platform/field.tsx'
import { longDay, numberText } from '#platform/language.ts'
import { Law } from '#platform/law.tsx'
import { EscortChip, Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { Escort } from '../escort/service.ts'
import type { ActivityAtLength } from './service.ts'
import { StandingChip } from './standing-page.tsx'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  /** A moment in words, in the region's own time. */
  readonly moment: (at: Date) => string
  readonly activity: ActivityAtLength
  /** Teams that were asked along. */
  readonly escorts: readonly Escort[]
  /** Id of what was found; undefined: nothing. */
  readonly finding: string | undefined
  /** Something was done with it just now. */
  readonly saved: boolean
  readonly t: Text
}

export function ActivityPage(props: Props) {
  const { view, slug, activity, finding, saved, t } = props
  const { purpose, agencyName, day, state, against, open } = activity
  return (
    <Shell view={view} title={purpose} here="kegiatan">
      <div class="head">
        <div>
          <h1>{purpose}</h1>
          <p>{agencyName}</p>
        </div>
        <StandingChip activity={activity} t={t} />
      </div>
      {saved && (
        <Notice tone="neutral" title={t.saved}>
          <p>{t.savedBody}</p>
        </Notice>
      )}
      {state === 'done' && against.length > 0 && (
        <Notice tone="conflict" title={t.withoutClearance}>
          <p>{t.againstBelow}</p>
          {finding !== undefined && (
            <p>
              <a href={`/${slug}/temuan/${finding}`}>{t.toFinding}</a>
            </p>
          )}
        </Notice>
      )}
      <div class="cols">
        <div class="stack">
          <Facts {...props} />
          <Escorts {...props} />
          <History {...props} />
        </div>
        <div class="stack">
          <Coordination {...props} />
          {open.map((move) => (
            <Move move={move} {...props} />
          ))}
        </div>
      </div>
      <p>
        <a href={`/${slug}/kegiatan?tanggal=${day}`}>{t.back}</a>
      </p>
    </Shell>
  )
}

function Facts({ view: { language }, slug, activity, t }: Props) {
  const { setting, villageName, place, day, from, until, expected, unitName, members, isOfSeries } = activity
  const registered = longDay(activity.registeredOn, language)
  return (
    <section class="card stack-s">
      <dl class="facts">
        <dt>{t.where}</dt>
        <dd>{[villageName, place, settingWords[setting][language]].filter(Boolean).join(' · ')}</dd>
        <dt>{t.when}</dt>
        <dd>
          {[
            `${longDay(day, language)}, ${from.replace(':', '.')}–${until.replace(':', '.')}`,
            isOfSeries ? t.series : '',
            expected === null ? '' : t.expected(numberText(expected, language)),
          ]
            .filter(Boolean)
            .join(' · ')}
        </dd>
        <dt>{t.unit}</dt>
        <dd>{unitName}</dd>
        <dt>{t.who}</dt>
        <dd>{members === null ? t.hidden : members.length === 0 ? t.nobodyNamed : members.join(', ')}</dd>
      </dl>
      {activity.postponedTo && (
        <p>
          <a href={`/${slug}/kegiatan/${activity.postponedTo.activity}`}>
            {t.postponedTo(longDay(activity.postponedTo.day, language))}
          </a>
        </p>
      )}
      {activity.continues !== null && (
        <p>
          <a href={`/${slug}/kegiatan/${activity.continues}`}>{t.continues}</a>
        </p>
      )}
      <p class="small quiet">
        {activity.registrant === null ? t.registered(registered) : t.registeredBy(activity.registrant, registered)}
      </p>
    </section>
  )
}

function Escorts({ view, slug, activity: { day, setting, state }, escorts, t }: Props) {
  const isOver = state === 'cancelled' || state === 'postponed'
  if (setting !== 'village' || (isOver && escorts.length === 0)) return null
  return (
    <section class="card stack-s" aria-labelledby="pendamping">
      <h2 id="pendamping">{t.escorts}</h2>
      {escorts.length === 0 && <p>{t.noEscort}</p>}
      <ul class="list">
        {escorts.map(({ teamName, state }) => (
          <li class="row">
            <span class="grow">{teamName}</span>
            <EscortChip state={state} language={view.language} />
          </li>
        ))}
      </ul>
      <p class="small">
        <a href={`/${slug}/pendamping/hari?tanggal=${day}`}>{t.escortsOfDay}</a>
      </p>
    </section>
  )
}

function Coordination({ view, slug, activity, t }: Props) {
  const { against, clearedUnder, state } = activity
  const { documents, unitName } = activity.law
  const named = against.length > 0 ? against.map(({ circular, clause }) => `${circular}/${clause}`) : clearedUnder
  return (
    <section class="card stack" aria-labelledby="koordinasi">
      <h2 id="koordinasi">{t.coordination}</h2>
      {named.length === 0 ? <p>{t.freeHere}</p> : <p class="small">{t.demandedBy}</p>}
      {named.map((name) => {
        const [circular = '', clause = ''] = name.split('/')
        const doc = documents.get(circular)
        return doc && <Law doc={doc} id={clause} unitName={unitName} slug={slug} query="" language={view.language} />
      })}
      {against.length > 0 && !ends.has(state) && <p class="small">{t.warning}</p>}
    </section>
  )
}

const main: ReadonlySet<ActivityMove> = new Set(['ask', 'clear'])

function Move({ move, slug, activity, t }: Props & { readonly move: ActivityMove }) {
  return (
    <Form class="card stack-s" action={`/${slug}/kegiatan/${activity.activity}/langkah`} of={{ langkah: move }}>
      <Field
        name="kata"
        id={`kata-${move}`}
        label={t.words[move]}
        rows={2}
        maxLength={1000}
        required={moves[move].words === 'needed'}
      />
      {move === 'postpone' && <Field name="hari" label={t.newDay} type="date" min={activity.today} required />}
      <div class="act">
        <button class="ds-button" data-variant={main.has(move) ? undefined : 'secondary'} type="submit">
          {t.moves[move]}
        </button>
      </div>
    </Form>
  )
}

function History({ moment, activity: { steps }, t }: Props) {
  if (steps.length === 0) return null
  return (
    <section class="card stack" aria-labelledby="riwayat">
      <h2 id="riwayat">{t.history}</h2>
      <ol class="list">
        {steps.map(({ move, words, by, at }) => (
          <li>
            <div class="grow stack-s">
              <p>
                <strong>{t.moved[move]}</strong>
              </p>
              {words && <p class="lines">{words}</p>}
              <p class="small quiet">
                {by ?? t.someone}, {moment(at)}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}
