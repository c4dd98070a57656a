import type { Tap } from '@piket/domain/attendance/fingerprint.ts'
import { dayText } from '#platform/language.ts'
import { folding, Heading, Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { ReadFile } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Address of the machine. */
  readonly machine: string
  readonly sha256: string
  readonly file: ReadFile
  readonly t: Text
}

const mostShown = 200

/** What a file says and what of it is left out, before it is imported and afterwards. */
export function FilePage({ view, machine, sha256, file, t }: Props) {
  const { taps, problems, imported } = file
  const { language } = view
  return (
    <Shell view={view} title={t.check}>
      <p class="small">
        <a href={machine}>{file.machine.name}</a>
      </p>
      <div class="head">
        <h1>{t.check}</h1>
      </div>
      {imported && (
        <Notice tone="neutral">
          <p role="status">{t.imported}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice
          tone={problems.some(({ level }) => level === 'error') ? 'conflict' : 'unknown'}
          title={t.problems(problems.length)}
        >
          <ul class="stack-s">
            {problems.slice(0, mostShown).map(({ line = 1, finding, fix }) => (
              <li>
                <strong>{t.row(line)}</strong>: {finding[language]} {fix[language]}
              </li>
            ))}
          </ul>
          {problems.length > mostShown && <p>{t.more(problems.length - mostShown)}</p>}
        </Notice>
      )}
      <section class="card stack" aria-label={t.check}>
        {taps.length === 0 && <p>{t.nothing}</p>}
        {taps.length > 0 && (
          <Form class="act" action={`${machine}/${sha256}/catat`}>
            <p class="grow">{t.importable(taps.length, new Set(taps.map(({ employee }) => employee)).size)}</p>
            <button class="ds-button" data-variant={imported ? 'secondary' : undefined} type="submit">
              {imported ? t.again : t.import}
            </button>
          </Form>
        )}
        {taps.length > 0 && <Days file={file} language={language} t={t} />}
      </section>
    </Shell>
  )
}

/** The taps of each person and day, as far as a page should go. */
function Days({ file: { taps, nameOf }, language, t }: Pick<Props, 'file' | 't'> & Pick<View, 'language'>) {
  const days = new Map<string, Tap[]>()
  for (const tap of taps) {
    const key = `${nameOf(tap.employee)} ${tap.employee} ${tap.day}`
    days.set(key, [...(days.get(key) ?? []), tap])
  }
  const shown = [...days].toSorted(([a], [b]) => a.localeCompare(b)).slice(0, mostShown)
  return (
    <>
      <table class="ds-table fold tight" {...folding.table}>
        <Heading columns={Object.values(t.columns)} />
        <tbody {...folding.rows}>
          {shown.map(
            ([, [first, ...more]]) =>
              first && (
                <tr {...folding.row}>
                  <th scope="row" {...folding.header}>
                    {nameOf(first.employee)}
                  </th>
                  <td data-l={t.columns.day} {...folding.cell}>
                    {dayText(first.day, language)}
                  </td>
                  <td data-l={t.columns.times} {...folding.cell}>
                    {[first, ...more]
                      .toSorted((a, b) => (a.time < b.time ? -1 : 1))
                      .map(({ time, direction }) => `${time} ${t.directions[direction]}`.trim())
                      .join(', ')}
                  </td>
                </tr>
              ),
          )}
        </tbody>
      </table>
      {days.size > mostShown && <p class="small quiet">{t.more(days.size - mostShown)}</p>}
    </>
  )
}
