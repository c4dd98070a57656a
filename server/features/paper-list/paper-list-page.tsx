import { longDay } from '#platform/language.ts'
import { folding, Heading, Notice } from '#platform/parts.tsx'
import { Form } from '#platform/refused-form.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import type { ReadList } from './service.ts'
import type { Text } from './text.ts'

interface Props {
  readonly view: View
  /** Address of the lists of the agency. */
  readonly lists: string
  readonly read: ReadList
  readonly t: Text
}

const mostShown = 200

/** What a list says and what is wrong with it, before it is entered and afterwards. */
export function PaperListPage({ view, lists, read, t }: Props) {
  const { language } = view
  const { list, day, rows, problems, entered, hasScan } = read
  const own = `${lists}/${list}`
  const isWhole = rows.length > 0 && problems.every(({ level }) => level !== 'error')
  return (
    <Shell view={view} title={t.title} here="unit">
      <p class="small">
        <a href={lists}>{t.again}</a>
      </p>
      <div class="head">
        <div>
          <h1>{entered ? t.title : t.check}</h1>
          <p>{longDay(day, language)}</p>
        </div>
      </div>
      {entered && (
        <Notice tone="neutral">
          <p role="status">{t.isEntered}</p>
        </Notice>
      )}
      {problems.length > 0 && (
        <Notice tone={isWhole ? 'unknown' : 'conflict'} title={t.problems(problems.length)}>
          <ul class="stack-s">
            {problems.slice(0, mostShown).map(({ line = 1, finding, fix }) => (
              <li>
                <strong>{t.row(line)}</strong>: {finding[language]} {fix[language]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <section class="card stack" aria-label={t.title}>
        {isWhole && !entered && (
          <Form class="act" action={`${own}/catat`}>
            <p class="grow">{t.whole(rows.length)}</p>
            <button class="ds-button" type="submit">
              {t.enter}
            </button>
          </Form>
        )}
        {!isWhole && <p>{t.mend}</p>}
        {rows.length > 0 && <Rows rows={rows} t={t} />}
        <p class="act">
          <a href={`${own}/tabel`}>{t.download}</a>
          {hasScan && <a href={`${own}/pindaian`}>{t.scan}</a>}
        </p>
      </section>
    </Shell>
  )
}

const Rows = ({ rows, t }: Pick<ReadList, 'rows'> & Pick<Props, 't'>) => (
  <table class="ds-table fold" {...folding.table}>
    <Heading columns={Object.values(t.columns)} />
    <tbody {...folding.rows}>
      {rows.map(({ name, in: came, out, place }) => (
        <tr {...folding.row}>
          <th scope="row" {...folding.header}>
            {name}
          </th>
          <td data-l={t.columns.in} {...folding.cell}>
            {came ?? '–'}
          </td>
          <td data-l={t.columns.out} {...folding.cell}>
            {out ?? '–'}
          </td>
          <td data-l={t.columns.place} {...folding.cell}>
            {t.places[place]}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
)
