import type { Day } from '@piket/domain/calendar/day.ts'
import { whatsappHref } from '@piket/domain/messages/whatsapp.ts'
import { Field, Radios, Ticks } from '#platform/field.tsx'
import { longDay } from '#platform/language.ts'
import { Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { WorkTabs } from '#platform/work-tabs.tsx'
import type { Subordinate } from '../leader/service.ts'
import type { GivenInstruction } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  readonly slug: string
  readonly viewer: string | undefined
  readonly people: readonly Subordinate[]
  readonly tasks: readonly GivenInstruction[]
  /** Id of the form. */
  readonly form: string
  readonly today: Day
  /** The task that was given just now. */
  readonly given: string | undefined
  readonly t: Text
}

export function TasksPage(props: Props) {
  const { view, given, tasks, t } = props
  const open = tasks.filter(({ answeredBy }) => answeredBy === null)
  const answered = tasks.filter(({ answeredBy }) => answeredBy !== null)
  const toSend = open.filter((task) => task.instruction === given && task.channel === 'whatsapp')
  return (
    <Shell view={view} title={t.title} here="tim">
      <WorkTabs view={view} here="tugas" />
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
      </div>
      {given && (
        <Notice tone="neutral" title={t.given}>
          <ul class="stack-s">
            {toSend.map((task) => (
              <li>
                <Whatsapp task={task} {...props} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <div class="cols">
        <Give {...props} />
        <div class="stack">
          <section class="card stack" aria-labelledby="terbuka">
            <h2 id="terbuka">{open.length === 0 ? t.nothingOpen : t.openTitle(open.length)}</h2>
            <List {...props} tasks={open} />
          </section>
          {answered.length > 0 && (
            <section class="card stack" aria-labelledby="dijawab">
              <h2 id="dijawab">{t.answeredTitle}</h2>
              <List {...props} tasks={answered} />
            </section>
          )}
        </div>
      </div>
    </Shell>
  )
}

function Whatsapp({ task, view, t }: Props & { readonly task: GivenInstruction }) {
  const { text, due, receiver } = task
  const href = whatsappHref(receiver.phone, t.message(text, longDay(due, view.language)))
  if (!href)
    return (
      <span class="small quiet">
        {receiver.name}: {t.noNumber}
      </span>
    )
  return (
    <a class="small" href={href} rel="noopener noreferrer" aria-label={t.sendTo(receiver.name)}>
      {t.sendWhatsapp}: {receiver.name}
    </a>
  )
}

function List(props: Props) {
  const { tasks, view, slug, viewer, t } = props
  return (
    <ul class="list">
      {tasks.map((task) => {
        const { instruction, text, due, receiver, giver, note, overdue, answeredBy, channel, employee } = task
        const said = [t.from(giver), t.dueBy(longDay(due, view.language)), overdue ? t.overdue : ''].filter(Boolean)
        return (
          <li>
            <div class="grow stack-s">
              <p>
                <strong>{receiver.name}</strong>
              </p>
              <p class="lines">{text}</p>
              <p class="small quiet">{said.join(', ')}</p>
              {note && <p class="small quiet">{t.said(note)}</p>}
              {answeredBy ? (
                <p class="small">
                  <a href={`/${slug}/laporan/pegawai/${encodeURIComponent(employee)}`}>{t.answered}</a>
                </p>
              ) : (
                <div class="act">
                  {channel === 'whatsapp' && <Whatsapp {...props} task={task} />}
                  {task.givenBy === viewer && (
                    <Form action={`/${slug}/tugas/${instruction}/tarik`}>
                      <button
                        class="ds-button"
                        data-variant="secondary"
                        data-size="sm"
                        type="submit"
                        aria-label={t.withdrawOne(text, receiver.name)}
                      >
                        {t.withdraw}
                      </button>
                    </Form>
                  )}
                </div>
              )}
            </div>
          </li>
        )
      })}
    </ul>
  )
}

function Give({ slug, people, form, today, t }: Props) {
  if (people.length === 0)
    return (
      <section class="card">
        <p>{t.nobody}</p>
      </section>
    )
  return (
    <Form class="card stack" action={`/${slug}/tugas`} aria-labelledby="beri">
      <h2 id="beri">{t.give}</h2>
      <input type="hidden" name="nomor" value={form} />
      <Ticks
        name="pegawai"
        label={t.receivers}
        options={people.map(({ employee, name }) => [employee, name])}
        values={[]}
      />
      <Field name="tugas" label={t.task} rows={3} maxLength={1000} required />
      <Field name="tenggat" label={t.due} type="date" min={today} value={today} required />
      <Radios
        name="cara"
        label={t.how}
        options={(['piket', 'whatsapp', 'phone'] as const).map((channel) => [channel, t.channels[channel]])}
        value="piket"
      />
      <Field name="catatan" label={t.note} hint={t.noteHint} maxLength={500} />
      <div class="act">
        <button class="ds-button" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}
