import { type Day, dayOf } from '@piket/domain/calendar/day.ts'
import { check } from '@piket/domain/circular/check.ts'
import { foundIn } from '@piket/domain/circular/found.ts'
import type { Moment } from '@piket/domain/circular/literal.ts'
import { type Answer, type OpenQuestion, readingInUse } from '@piket/domain/circular/question-words.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { readBefore, wordingOn, wordingsOf } from '@piket/domain/circular/wording.ts'
import { type Attention, attentionsOn } from '@piket/domain/decision/attention.ts'
import { isRuleRefusal } from '@piket/domain/decision/rulebook.ts'
import { type DocumentStanding, endOf, standingOn } from '@piket/domain/decision/standing.ts'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { originOf } from '#platform/origin.ts'
import { isRefusal, type Refusal } from '#platform/refusal.ts'
import { type Ground, groundOf, unitNames } from '../ground/service.ts'
import { knowledgeOf } from '../knowledge/service.ts'
import { questionsOf } from '../question/service.ts'
import { DayOfApi, DayOfPage, RegionParams, YamlOut } from '../region/schema.ts'
import { findRegion, type RegionAsListed, regionNames } from '../region/service.ts'
import { letterMarksOf } from '../signing/service.ts'
import { CircularPage } from './circular-page.tsx'
import { CircularListPage } from './list-page.tsx'
import { saidElsewhere } from './particulars-page.tsx'
import { CircularOut, CircularParams, type CircularSummary, Circulars, ListOfApi, ListQuery } from './schema.ts'
import { type FiledCircular, registered, versionsOf } from './service.ts'
import { text } from './text.ts'

const notFound: Refusal = { refused: 'not-found' }
const noDocument = (circular: string, { slug }: RegionAsListed): Refusal => ({
  ...notFound,
  detail: { id: text.id.noDocument(circular), en: text.en.noDocument(circular) },
  instead: { href: `/${slug}/edaran`, words: { id: text.id.allDocuments, en: text.en.allDocuments } },
})

export const circularRoutes: FastifyPluginAsyncZod = async (app) => {
  /** Documents of a region, the newest start first, as known on a day. */
  async function register(name: string, date: string | undefined, known: string | undefined) {
    const region = await findRegion(app.db, name)
    if (!region) return notFound
    const asked = knowledgeOf(app, region, { date, known })
    if (isRefusal(asked)) return asked
    const { day, ...knowledge } = asked
    const ground = await groundOf(app.db, region, { from: day, until: day, ...knowledge })
    if (isRuleRefusal(ground)) return notFound
    const standings = new Map(ground.register.filed.map(({ id, doc }) => [id, standingOn(doc, day, ground.book)]))
    const attentions: readonly Attention[] = attentionsOn(
      registered(ground.register),
      ground.book.versions,
      day,
      standings,
    )
    return {
      region,
      ...asked,
      ground,
      filed: ground.register.filed
        .map((one) => ({
          ...one,
          standing: standings.get(one.id) as DocumentStanding,
          attentions: attentions.filter(({ circular }) => circular === one.id),
          end: endOf(one.doc, ground.book) ?? one.doc.in_force.until,
        }))
        .toSorted((a, b) => startOf(b).localeCompare(startOf(a))),
    }
  }

  app.get('/api/v1/regions/:region/circulars', {
    config: { may: 'public' },
    schema: {
      summary: 'Documents a region knows that say what is looked for, and how each stands on a day',
      tags: ['circular'],
      params: RegionParams,
      querystring: ListOfApi,
      response: { 200: Circulars },
    },
    handler: async ({ params, query }, reply) => {
      const found = await register(params.region, query.date, query.known)
      if (isRefusal(found)) return reply.refuse(found)
      return saying(found, query.search).map(({ clauses, ...one }) => ({ ...summaryOf(one), clauses: [...clauses] }))
    },
  })

  app.get('/api/v1/regions/:region/circulars/:circular', {
    config: { may: 'public' },
    schema: {
      summary: 'One document with its clauses as sentences',
      tags: ['circular'],
      params: CircularParams,
      querystring: DayOfApi,
      response: { 200: CircularOut },
    },
    handler: async (request, reply) => {
      const { params, query } = request
      const found = await register(params.region, query.date, query.known)
      if (isRefusal(found)) return reply.refuse(found)
      const filed = found.filed.find(({ id }) => id === params.circular)
      if (!filed) return reply.refuse(noDocument(params.circular, found.region))
      const { doc } = filed
      const { region, ground } = found
      const names = unitNames(ground, found.day)
      const wordings = wordingsOf(doc, registered(ground.register), ground)
      const reads = wordingOn(wordings, found.day)
      const letter = await letterMarksOf(app, region, doc.id)
      const href = `${originOf(app, request)}/${region.slug}/edaran/${doc.id}`
      const out = {
        ...summaryOf(filed),
        document: doc,
        reads: reads.by === null ? null : reads.doc,
        wordings: wordings.map(({ from, by }) => ({ from, by })),
        sentences: Object.fromEntries(
          reads.doc.clauses.map((clause) => [clause.id, clauseSentence(clause, reads.doc, names)]),
        ),
        answers: answersOf(filed, ground),
        questions: (await questionsOf(app.db, ground, doc, dayInside(doc, found.day))).map(questionOut),
        addresses: Object.fromEntries(reads.doc.clauses.map(({ id }) => [id, `${href}#${id}`])),
        acted_on: found.filed.flatMap((other) => actsOn(doc, other)),
        versions: (await versionsOf(app.db, region, doc.id, found.known)).map(versionOut),
        signed_letter: letter ? { sha256: letter.sha256, same: letter.isSame } : null,
        problems: check(doc).filter(({ code }) => !saidElsewhere(doc, code)),
        source: filed.source,
      }
      return out as unknown as z.input<typeof CircularOut>
    },
  })

  app.get('/:region/edaran', {
    config: { may: 'public' },
    schema: { hide: true, params: RegionParams, querystring: ListQuery },
    handler: async (request, reply) => {
      const { tanggal, per, cari: search = '' } = request.query
      const found = await register(request.params.region, tanggal, per)
      if (isRefusal(found)) return reply.refuse(found)
      const { region, day } = found
      return reply.page(
        <CircularListPage
          view={request.viewOf(region)}
          slug={region.slug}
          day={day}
          known={per}
          search={search}
          filed={saying(found, search)}
          t={text[request.language]}
        />,
      )
    },
  })

  app.get('/:region/edaran/:circular', {
    config: { may: 'public' },
    schema: { hide: true, params: CircularParams, querystring: DayOfPage },
    handler: async (request, reply) => {
      const { circular } = request.params
      const found = await register(request.params.region, request.query.tanggal, request.query.per)
      if (isRefusal(found)) return reply.refuse(found)
      const { region, ground } = found
      const filed = found.filed.find(({ id }) => id === circular)
      if (!filed) return reply.refuse(noDocument(circular, region))
      const day = dayInside(filed.doc, found.day)
      const documents = registered(ground.register)
      return reply.page(
        <CircularPage
          view={request.viewOf(region)}
          slug={region.slug}
          asked={found.day}
          standing={filed.standing}
          attentions={filed.attentions}
          end={filed.end}
          day={day}
          filed={filed}
          letter={await letterMarksOf(app, region, circular)}
          others={found.filed.filter(({ id }) => id !== circular)}
          wordings={wordingsOf(filed.doc, documents, ground)}
          before={(target) => {
            const other = found.filed.find(({ id }) => id === target)
            return other && readBefore(other.doc, circular, documents, ground)
          }}
          problems={check(filed.doc)}
          questions={await questionsOf(app.db, ground, filed.doc, day)}
          names={{ unit: unitNames(ground, found.day), region: await regionNames(app.db, request.language) }}
          t={text[request.language]}
        />,
      )
    },
  })

  async function yaml(
    { region, circular }: z.infer<typeof CircularParams>,
    known: string | undefined,
    reply: FastifyReply,
  ) {
    const found = await register(region, undefined, known)
    if (isRefusal(found)) return reply.refuse(found)
    const filed = found.filed.find(({ id }) => id === circular)
    if (!filed) return reply.refuse(noDocument(circular, found.region))
    return reply.type('text/yaml; charset=utf-8').send(filed.source)
  }

  app.get('/:region/edaran/:circular/naskah.yaml', {
    config: { may: 'public' },
    schema: { hide: true, params: CircularParams },
    handler: ({ params }, reply) => yaml(params, undefined, reply),
  })

  app.get('/api/v1/regions/:region/circulars/:circular/text.yaml', {
    config: { may: 'public' },
    schema: {
      summary: 'The text of a document as it was filed, byte for byte',
      tags: ['circular'],
      params: CircularParams,
      querystring: DayOfApi.pick({ known: true }),
      response: { 200: YamlOut },
    },
    handler: ({ params, query }, reply) => yaml(params, query.known, reply),
  })
}

interface OnDay {
  readonly day: Day
  readonly ground: Ground
  readonly filed: readonly Standing[]
}

/** A document as it stands on a day. */
interface Standing extends FiledCircular {
  readonly standing: DocumentStanding
  readonly end: Moment | null
  readonly attentions: readonly Attention[]
}

/** Those that say what is looked for, each with the clauses that do. */
function saying({ day, ground, filed }: OnDay, search: string) {
  const names = unitNames(ground, day)
  return filed.flatMap((one) => {
    const said = foundIn(one.doc, search, names)
    return said ? [{ ...one, clauses: search === '' ? [] : said.clauses }] : []
  })
}

/** What another document does to one. */
const actsOn = ({ id }: Circular, { doc }: FiledCircular) =>
  doc.relations.flatMap(({ type, target, from = startsOn(doc), until = null }) =>
    target === id ? [{ circular: doc.id, type, from, until }] : [],
  )

const startsOn = ({ in_force: { from } }: Circular): Day | null => (typeof from === 'string' ? dayOf(from) : null)

const questionOut = ({ question, answer, moved }: OpenQuestion) => ({
  question: question.id,
  used: readingInUse(question, answer),
  blocks: answer ? 'none' : question.blocks,
  moved: Object.fromEntries(moved),
})

const versionOut = ({ recordedBy, filedAt, ...rest }: Awaited<ReturnType<typeof versionsOf>>[number]) => ({
  ...rest,
  recorded_by: recordedBy,
  filed_at: filedAt.toISOString(),
})

/** What was answered of the questions of a document, by question. */
const answersOf = ({ id, doc }: FiledCircular, { register: { answers } }: Ground): Record<string, Answer> =>
  Object.fromEntries(
    doc.open_questions.flatMap(({ id: question }) => {
      const answer = answers[`${id}/${question}`]
      return answer ? [[question, answer]] : []
    }),
  )

/** The day shown, or the nearest one on which the document is in force: there its readings can move somebody. */
function dayInside({ in_force: { from, until } }: Circular, day: Day): Day {
  const first = typeof from === 'string' ? dayOf(from) : day
  const last = typeof until === 'string' ? dayOf(until) : day
  return day < first ? first : day > last ? last : day
}

const startOf = ({ doc, recorded }: FiledCircular): string =>
  typeof doc.in_force.from === 'string' ? doc.in_force.from : (recorded ?? '')

const summaryOf = ({
  id,
  doc,
  version,
  sha256,
  recorded,
  recordedBy,
  standing,
  end,
  attentions,
}: Standing): z.input<typeof CircularSummary> => ({
  id,
  kind: doc.kind,
  status: standing,
  number: doc.number,
  title: doc.title,
  issued_on: doc.issued_on,
  issuer: { office: doc.issuer.office, signed_by: doc.issuer.signed_by },
  in_force: { from: doc.in_force.from, until: doc.in_force.until },
  end,
  lapsed: attentions.flatMap(({ reason, about }) => (reason === 'basis' ? [about] : [])),
  review_due: attentions.find(({ reason }) => reason === 'review')?.about ?? null,
  version,
  sha256,
  recorded,
  recorded_by: recordedBy,
})
