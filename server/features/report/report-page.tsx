import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import { Field, Radios } from '#platform/field.tsx'
import { dayText, type Language, longDay, timeText } from '#platform/language.ts'
import { OfflineNotice } from '#platform/offline-notice.tsx'
import { Notice, PlaceChip } from '#platform/parts.tsx'
import { refusals } from '#platform/refusal.ts'
import { Form, useTicked, useTyped } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { OpenInstruction } from '../instruction/service.ts'
import type { MainDuty } from '../main-duty/service.ts'
import { ReportWords, StandingChip } from './parts-page.tsx'
import type { ReportDay } from './service.ts'
import type { Text } from './text.ts'

/** What the form begins with. */
export interface Begun {
  /** Empty: no main duty. */
  readonly tugas: string
  readonly jumlah: string
  readonly target: string
  readonly hasil: string
  readonly jawab: readonly string[]
}

interface Props {
  readonly view: View
  readonly slug: string
  /** Code of the region, for the script. */
  readonly code: string
  /** Marks the session where it is the own report, which a phone may keep. */
  readonly session: string | undefined
  /** Whose report it is; null: the own. */
  readonly person: { readonly employee: string; readonly name: string } | null
  readonly today: Day
  readonly asked: ReportDay
  readonly recent: readonly ReportDay[]
  readonly duties: readonly MainDuty[]
  readonly tasks: readonly OpenInstruction[]
  readonly superior: string | null
  /** UUID for the form. */
  readonly form: string
  readonly begun: Begun
  /** When the page is written, in the region's own time. */
  readonly now: Instant
  readonly sent: boolean
  readonly t: Text
}

export function ReportPage(props: Props) {
  const { view, slug, session, person, today, asked, recent, sent, t } = props
  const { language } = view
  const title = person ? t.titleFor(person.name) : t.title
  const returned = recent.filter(({ report }) => report?.state === 'returned')
  return (
    <Shell view={view} title={title} script={person ? undefined : view.assets.report} here="saya" session={session}>
      {!person && <OfflineNotice asOf={props.now} language={language} />}
      <WorkTabs view={view} here={person ? 'laporan/tinjau' : 'laporan'} />
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{longDay(asked.day, language)}</p>
        </div>
      </div>
      {sent && (
        <Notice tone="neutral" title={t.sent}>
          <p role="status">{t.sentWords}</p>
        </Notice>
      )}
      {returned.map(({ day, report }) => (
        <Notice tone="unknown" title={t.returnedTitle(longDay(day, language))}>
          <p>{report?.returnedFor}</p>
          {day !== asked.day && (
            <p>
              <a href={dayHref(slug, person?.employee, day)}>{t.mend}</a>
            </p>
          )}
        </Notice>
      ))}
      <div class="cols">
        <Asked {...props} />
        <section class="card" aria-labelledby="terakhir">
          <h2 id="terakhir">{t.recent}</h2>
          {recent.length === 0 && <p class="quiet">{t.nothing}</p>}
          <ul class="list">
            {recent.map((one) => (
              <li>
                <Recent one={one} {...{ slug, person, language, today, t }} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Shell>
  )
}

const dayHref = (slug: string, employee: string | undefined, day: Day): string =>
  employee === undefined
    ? `/${slug}/laporan?tanggal=${day}`
    : `/${slug}/laporan/pegawai/${encodeURIComponent(employee)}?tanggal=${day}`

const canWrite = ({ deadline, report }: ReportDay) =>
  typeof deadline !== 'string' && (report === null || report.state === 'returned')

/** The form of the day; or what was sent; or why nothing is needed. */
function Asked(props: Props) {
  const { asked, t, slug, person, view } = props
  const { deadline, report } = asked
  if (typeof deadline === 'string')
    return (
      <section class="card stack">
        <p>
          <PlaceChip place={asked.place} language={view.language} />
        </p>
        <p>{refusals[deadline].meaning[view.language]}</p>
      </section>
    )
  if (canWrite(asked)) return <ReportForm {...props} />
  return (
    <section class="card stack">
      <p class="act">
        <StandingChip standing={asked.standing} t={t} />
      </p>
      {report && <ReportWords report={report} slug={slug} t={t} />}
      {person && <p class="small quiet">{person.name}</p>}
    </section>
  )
}

function ReportForm(props: Props) {
  const { view, slug, person, asked, superior, form, begun, t } = props
  const { language } = view
  const action = person ? `/${slug}/laporan/pegawai/${encodeURIComponent(person.employee)}` : `/${slug}/laporan`
  return (
    <Form
      class="card stack"
      action={action}
      encType="multipart/form-data"
      aria-labelledby="lapor"
      {...(person === null && { 'data-report': phoneWords(props) })}
    >
      <header>
        <h2 id="lapor">{longDay(asked.day, language)}</h2>
        <Due asked={asked} language={language} t={t} />
      </header>
      <input type="hidden" name="nomor" value={form} />
      <input type="hidden" name="hari" value={asked.day} />
      {person && <Channel t={t} />}
      <Duties {...props} />
      <div class="row">
        <Count name="jumlah" label={t.amount} value={begun.jumlah} />
        <Count name="target" label={t.target} value={begun.target} />
      </div>
      <Field name="hasil" label={t.done} hint={t.doneHint} rows={4} value={begun.hasil} maxLength={4000} required />
      <Tasks {...props} />
      <div class="ds-field">
        <label class="ds-label" for="foto">
          {t.files}
        </label>
        <p class="small quiet" id="foto-petunjuk">
          {t.filesHint}
        </p>
        <input
          id="foto"
          name="foto"
          type="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          multiple
          aria-describedby="foto-petunjuk"
        />
      </div>
      <p role="status" class="small" data-said />
      <div class="act">
        <button class="ds-button" type="submit">
          {person ? t.enter : asked.report ? t.sendAgain : t.send}
        </button>
      </div>
      <p class="small quiet">{superior === null ? t.noSuperior : t.superior(superior)}</p>
    </Form>
  )
}

/** What the script of the page says, and to whom it belongs. */
function phoneWords({ code, view, asked, t }: Props): string {
  const { phoneDraft, phoneSaved, phoneSent, phoneRefused, phoneSignIn, phoneFile, phoneTooLarge } = t
  return JSON.stringify({
    region: code,
    person: view.viewer?.employee,
    day: asked.day,
    words: {
      draft: phoneDraft,
      saved: phoneSaved,
      sent: phoneSent,
      refused: phoneRefused,
      signIn: phoneSignIn,
      file: phoneFile,
      tooLarge: phoneTooLarge,
    },
  })
}

function Due({ asked, language, t }: { readonly asked: ReportDay; readonly language: Language; readonly t: Text }) {
  const { deadline, day } = asked
  if (typeof deadline === 'string') return null
  const { askedBy, on, time } = deadline
  if (askedBy === null) return <p class="small quiet">{t.askedByNobody}</p>
  const clock = timeText(`${on}T${time}`, language)
  const until = on === day ? t.dueToday(clock) : t.dueOn(dayText(on, language), clock)
  return (
    <p class="small quiet">
      {until}. {askedBy === 'duty' ? t.askedByClause : t.askedByHead}
    </p>
  )
}

const Channel = ({ t }: Pick<Props, 't'>) => (
  <Radios
    name="melalui"
    label={t.channel}
    options={(['phone', 'whatsapp'] as const).map((channel) => [channel, t[channel]])}
    value="phone"
  />
)

function Duties({ duties, begun, t }: Props) {
  const chosen = useTyped('tugas', begun.tugas)
  return (
    <fieldset class="stack-s">
      <legend class="ds-label">{t.mainDuty}</legend>
      {duties.map(({ text, counted }) => (
        <label class="tick">
          <input class="ds-input" type="radio" name="tugas" value={text} checked={chosen === text} />
          <span>
            {text} {counted !== null && <span class="quiet">{t.counted(counted)}</span>}
          </span>
        </label>
      ))}
      <label class="tick">
        <input class="ds-input" type="radio" name="tugas" value="" checked={chosen === ''} /> {t.otherDuty}
      </label>
    </fieldset>
  )
}

function Tasks({ tasks, begun, view: { language }, t }: Props) {
  const ticked = useTicked('jawab', begun.jawab)
  if (tasks.length === 0) return null
  return (
    <fieldset class="stack-s">
      <legend class="ds-label">{t.answers}</legend>
      {tasks.map(({ instruction, text, due, giver }) => (
        <label class="tick">
          <input
            class="ds-input"
            type="checkbox"
            name="jawab"
            value={instruction}
            checked={ticked.includes(instruction)}
          />
          <span>
            {text}{' '}
            <span class="small quiet">
              {t.givenBy(giver)}, {t.dueBy(dayText(due, language))}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

interface CountProps {
  readonly name: string
  readonly label: string
  readonly value: string
}

const Count = (given: CountProps) => (
  <Field {...given} data-w="s" inputMode="numeric" pattern="[0-9]{0,5}" maxLength={5} />
)

interface RecentProps extends Pick<Props, 'slug' | 'person' | 'today' | 't'> {
  readonly one: ReportDay
  readonly language: Language
}

function Recent({ one, slug, person, language, t }: RecentProps) {
  const { day, standing, report } = one
  return (
    <div class="grow stack-s">
      <p class="row">
        <a class="grow" href={dayHref(slug, person?.employee, day)}>
          {longDay(day, language)}
        </a>
        <StandingChip standing={standing} t={t} />
      </p>
      {report && <p class="small quiet clip">{report.done}</p>}
    </div>
  )
}
