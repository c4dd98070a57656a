import type { Clause } from '@piket/domain/circular/clause.ts'
import { forces, places, quotaBases, quotaSpans, roundings, serviceStates } from '@piket/domain/circular/clause.ts'
import { newClauses } from '@piket/domain/circular/new-clause.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { simpleWho } from '@piket/domain/circular/simple-who.ts'
import { written } from '@piket/domain/circular/written.ts'
import type { Effect } from '@piket/domain/decision/effect.ts'
import { reachWords } from '@piket/domain/messages/effect-words.ts'
import {
  baseWords,
  clauseKindWords,
  employmentWords,
  forceWords,
  jobWords,
  placeWords,
  positionWords,
  roundingWords,
  serviceWords,
  spanWords,
  type Vocabulary,
  wordFor,
} from '@piket/domain/messages/words.ts'
import { echelons, employments, jobs } from '@piket/domain/staff/facts.ts'
import { Choice, Field, Ticks } from '#platform/field.tsx'
import type { Language } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import type { BenchProps } from './bench-page.tsx'
import { Unsaved } from './effect-page.tsx'
import { Read } from './read-page.tsx'

/** The clauses as sentences, each with whom it reaches, and the form of the one that is being changed. */
export function Clauses(props: BenchProps) {
  const { draft, slug, form, t, view } = props
  return (
    <section class="card stack" aria-labelledby="butir">
      <h2 id="butir">{t.clauses}</h2>
      {draft.doc.clauses.length === 0 && <p>{t.noClauses}</p>}
      <ol class="list">
        {draft.doc.clauses.map((clause) => (
          <ClauseItem {...props} clause={clause} />
        ))}
      </ol>
      {form && draft.endedAs === null && (
        <Form id="tambah" class="stack-s" action={`/${slug}/konsep/${draft.id}/butir/tambah`}>
          <Read draft={draft} form={form} />
          <Choice
            name="contoh"
            label={t.add}
            options={Object.entries(newClauses).map(([name, words]) => [name, words[view.language]])}
          />
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.addSend}
            </button>
          </p>
        </Form>
      )}
    </section>
  )
}

/** Whether the people of a clause can be shown by name: it reaches somebody, and not by what is their own affair. */
const isListed = ({ id, kind }: Clause, { reach, individual }: Effect): boolean =>
  kind !== 'service' && (reach.get(id) ?? 0) > 0 && !individual.has(id)

interface ClauseProps extends BenchProps {
  readonly clause: Clause
}

function ClauseItem(props: ClauseProps) {
  const { clause, draft, slug, bench, unitName, view, form, editing, t } = props
  const { effect } = bench
  const { language } = view
  const path = `/${slug}/konsep/${draft.id}`
  const isOpen = editing === clause.id
  const writes = form !== undefined && draft.endedAs === null
  return (
    <li id={clause.id} class="stack-s">
      <div class="row">
        <strong class="code">{clause.id}</strong>
        <span class="ds-tag" data-color="neutral">
          {clauseKindWords[clause.kind][language]}
        </span>
        <span class="small quiet grow">
          <span data-reached>{effect && reachWords(clause, effect, language)}</span>
          {effect && isListed(clause, effect) && (
            <>
              {' · '}
              <a href={`${path}/butir/${encodeURIComponent(clause.id)}/orang`} aria-label={t.whoOf(clause.id)}>
                {t.who}
              </a>
            </>
          )}
        </span>
        <Unsaved t={t} />
        {writes && (
          <a
            class="small"
            href={isOpen ? `${path}#${clause.id}` : `${path}?ubah=${clause.id}#${clause.id}`}
            aria-label={isOpen ? undefined : t.editOf(clause.id)}
          >
            {isOpen ? t.close : t.edit}
          </a>
        )}
      </div>
      <p data-sentence>{clauseSentence(clause, draft.doc, unitName)[language]}</p>
      {isOpen && writes && <ClauseForms {...props} form={form} path={path} />}
    </li>
  )
}

interface FormsProps extends ClauseProps {
  readonly form: () => string
  readonly path: string
}

function ClauseForms(props: FormsProps) {
  const { clause, draft, path, form, t } = props
  const of = { butir: clause.id }
  return (
    <div class="stack">
      <Form class="stack-s" action={`${path}/butir`} of={of} data-typed="clause">
        <Read draft={draft} form={form} />
        <Kind {...props} />
        <Whom {...props} />
        <p class="act">
          <button class="ds-button" type="submit">
            {t.save}
          </button>
        </p>
      </Form>
      <details class="ds-details" open={!simpleWho(clause.who)}>
        <summary>{t.asText}</summary>
        <Form class="stack-s" action={`${path}/butir/naskah`} of={of} data-typed>
          <Read draft={draft} form={form} />
          <Field name="naskah" label={t.asText} hint={t.asTextHint} rows={10} value={clauseText(clause)} />
          <p class="act">
            <button class="ds-button" data-variant="secondary" type="submit">
              {t.saveText}
            </button>
          </p>
        </Form>
      </details>
      <div class="act">
        {(['naik', 'turun'] as const).map((to) => (
          <Form action={`${path}/butir/pindah`} of={{ ...of, ke: to }}>
            <Read draft={draft} form={form} />
            <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
              {to === 'naik' ? t.up : t.down}
            </button>
          </Form>
        ))}
        <Form action={`${path}/butir/hapus`} of={of}>
          <Read draft={draft} form={form} />
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.remove}
          </button>
        </Form>
      </div>
    </div>
  )
}

const optionsOf = (keys: readonly string[], vocabulary: Vocabulary, language: Language) =>
  keys.map((key) => [key, wordFor(vocabulary, key)[language]] as const)

/** What is of the kind of clause alone. */
function Kind({ clause, view: { language }, t }: FormsProps) {
  const force = (
    <Choice name="kekuatan" label={t.force} value={clause.force} options={optionsOf(forces, forceWords, language)} />
  )
  switch (clause.kind) {
    case 'placement':
      return (
        <>
          {force}
          {typeof clause.place === 'string' && (
            <Choice
              name="tempat"
              label={t.place}
              value={clause.place}
              options={optionsOf(places, placeWords, language)}
            />
          )}
        </>
      )
    case 'duty':
    case 'ban':
      return force
    case 'service':
      return (
        <>
          {typeof clause.public === 'string' && (
            <Choice
              name="layanan"
              label={t.service}
              value={clause.public}
              options={optionsOf(serviceStates, serviceWords, language)}
            />
          )}
          {typeof clause.hours !== 'object' && <Field name="jam" label={t.hours} value={clause.hours as string} />}
        </>
      )
    case 'quota': {
      const [bound, ...more] = Object.entries(clause.amount)
      const counted = [
        ['in', t.counted.in],
        ['out', t.counted.out],
      ] as const
      return (
        <>
          {bound && more.length === 0 && typeof bound[1] !== 'object' && (
            <>
              <Choice name="arah" label={t.direction} value={bound[0]} options={Object.entries(t.directions)} />
              <Field name="jumlah" label={t.amount} hint={t.amountHint} value={`${bound[1]}`} data-w="s" />
            </>
          )}
          <Choice
            name="tempat"
            label={t.place}
            value={clause.place}
            options={optionsOf(['office', 'home'], placeWords, language)}
          />
          <Choice name="per" label={t.per} value={clause.per} options={optionsOf(quotaSpans, spanWords, language)} />
          <Choice
            name="dasar"
            label={t.base}
            value={clause.of.staff}
            options={optionsOf(quotaBases, baseWords, language)}
          />
          <Choice name="pimpinan" label={t.heads} value={clause.of.heads} options={counted} />
          <Choice name="dikecualikan" label={t.exempt} value={clause.of.exempt} options={counted} />
          {clause.round && (
            <Choice
              name="bulat"
              label={t.round}
              value={clause.round}
              options={optionsOf(roundings, roundingWords, language)}
            />
          )}
        </>
      )
    }
    default:
      return null
  }
}

/** Whom it means, where fields can say it; and which clauses it sets aside. */
function Whom({ clause, draft: { doc }, view: { language }, t }: FormsProps) {
  const who = simpleWho(clause.who)
  if (!who) return <p class="small quiet">{t.moreThanForm}</p>
  const others = doc.clauses.filter(({ kind, id }) => kind === clause.kind && id !== clause.id)
  return (
    <fieldset class="stack-s">
      <legend class="ds-label">{t.whom}</legend>
      <p class="small quiet">{t.everybodyHint}</p>
      <input type="hidden" name="siapa" value="ya" />
      <Ticks
        name="eselon"
        label={t.echelon}
        options={echelons.map((one) => [one, one === 'none' ? t.noEchelon : one])}
        values={who.echelon}
        whole
      />
      <Ticks
        name="status"
        label={t.employment}
        options={optionsOf(employments, employmentWords, language)}
        values={who.employment}
        whole
      />
      <Ticks name="jenis" label={t.job} options={optionsOf(jobs, jobWords, language)} values={who.job} whole />
      {Object.keys(doc.groups).length > 0 && (
        <Ticks
          name="kelompok"
          label={t.group}
          options={Object.entries(doc.groups).map(([name, { label_id }]) => [name, label_id ?? name])}
          values={who.group}
          whole
        />
      )}
      <Ticks
        name="jabatan"
        label={t.position}
        options={optionsOf([...new Set([...Object.keys(positionWords), ...who.position])], positionWords, language)}
        values={who.position}
      />
      <Field name="unit" label={t.unit} hint={t.unitHint} rows={3} value={who.unit.join('\n')} />
      <Field
        name="usia"
        label={t.age}
        inputMode="numeric"
        data-w="s"
        value={who.atLeast === null ? '' : `${who.atLeast}`}
      />
      {others.length > 0 && (
        <Ticks
          name="mengatasi"
          label={t.over}
          options={others.map(({ id }) => [id, id])}
          values={clause.over ?? []}
          whole
        />
      )}
    </fieldset>
  )
}

const clauseText = (clause: Clause): string => written(clause)
