/** The placement clauses of Bontang as rules of json-rules-engine, asked person by person. */
import { type Almanac, Engine } from 'json-rules-engine'
import type { Asked, Question } from './rules-engine.ts'

const sampleSize = 2000

const serving = [
  'satpolpp',
  'damkar',
  'dinkes',
  'bpbd',
  'bpkad',
  'rsud-taman-husada',
  'dpmptsp/bidang-perizinan',
  'disdukcapil/bidang-pendaftaran-penduduk',
  'disnaker/bidang-pelatihan-penempatan',
  'dlh/bidang-kebersihan',
  'disperkim/bidang-pertamanan-pemakaman',
  'bapenda/bidang-pelayanan-pajak',
]
const leaders = ['sekda', 'asisten', 'staf_ahli', 'kepala_bagian', 'camat', 'sekretaris_opd', 'kepala_bidang', 'lurah']
const heads = [
  'kepala_dinas',
  'kepala_badan',
  'inspektur',
  'kepala_satpolpp',
  'direktur_rsud',
  'sekretaris_dprd',
  'kepala_uptd',
]

/** The same four placement clauses as rules, the exceptions by priority: the way that engine is made for. */
function rulesEngine(): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true })
  const office = (name: string, priority: number, conditions: object[]) =>
    engine.addRule({ name, priority, conditions: { any: conditions as never }, event: { type: 'office' } })
  office('c4', 40, [
    { fact: 'units', operator: 'overlaps', value: serving },
    { fact: 'classes', operator: 'overlaps', value: ['fktp', 'puskesmas', 'klinik'] },
  ])
  office('c3', 30, [{ fact: 'posts', operator: 'overlaps', value: [...leaders, ...heads] }])
  office('c2', 20, [{ fact: 'echelon', operator: 'in', value: ['II', 'III'] }])
  engine.addRule({
    name: 'c1',
    priority: 10,
    conditions: {
      any: [
        { fact: 'echelon', operator: 'in', value: ['IV', 'none'] },
        { fact: 'employment', operator: 'in', value: ['tkd'] },
      ],
    },
    event: { type: 'home' },
  })
  engine.addOperator('overlaps', (held: string[], wanted: string[]) => held.some((one) => wanted.includes(one)))
  return engine
}

async function placeOf(engine: Engine, asked: Asked): Promise<string> {
  const found: { events: { type: string }[]; almanac: Almanac } = await engine.run(asked)
  return found.events[0]?.type ?? 'office'
}

const engine = rulesEngine()
let everybody: readonly Asked[] = []

async function answer(people: readonly Asked[]): Promise<string[]> {
  everybody = people
  const places: string[] = []
  for (const asked of people) places.push(await placeOf(engine, asked))
  return places
}

async function time(): Promise<number> {
  const sample = everybody.slice(0, sampleSize)
  const start = performance.now()
  for (const asked of sample) await placeOf(engine, asked)
  return ((performance.now() - start) * 1000) / sample.length
}

process.on('message', async (question: Question) => {
  process.send?.(question === 'time' ? await time() : await answer(question.answer))
})
