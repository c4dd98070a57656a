/** Runs the real command line inside the test process, with a clock that stands still. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { clockOf } from '@piket/server/platform/clock.ts'
import { installation } from '@piket/server/platform/installation.ts'
import { afterAll } from 'vitest'
import { run } from '../run.ts'

export interface Said {
  readonly exit: number
  readonly out: string
  readonly err: string
}

/** Types words after `piket`. It is 9.00 central time on 1 December 2021. */
export async function piket(typed: readonly string[], environment: NodeJS.ProcessEnv = {}): Promise<Said> {
  const said = { out: '', err: '' }
  const to = (stream: keyof typeof said) =>
    new Writable({
      write(chunk, _, done) {
        said[stream] += chunk
        done()
      },
    })
  const exit = await run(typed, {
    out: to('out'),
    err: to('err'),
    environment,
    clock: clockOf(() => Date.parse('2021-12-01T01:00:00Z')),
    watched: false,
    colours: false,
    onEnd: () => () => {},
  })
  return { exit, ...said }
}

/** A circular of the product, by the name of its file. */
export const circularFile = (name: string): string => join(installation(), 'circulars', name)

const folders: string[] = []
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

/** A new folder with these files in it. It is gone when the tests of the file are done. */
export async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'piket cli '))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}

/** Ten people of a small regency: heads, a lurah, executors, contract staff. */
export const smallStaff = {
  'units.csv':
    'unit_id,name,kind,class\nbappeda,Bappeda,agency,\ndlh,Dinas LH,agency,\ndlh/bidang-kebersihan,Bidang Kebersihan,sub_unit,\nkelurahan-a,Kelurahan A,village,kelurahan\n',
  'staff.csv': [
    'employee_id,name,employment,birth_date,unit_id,position,echelon,job',
    'E-0412,Sari,tkd,1980-01-02,kelurahan-a,lurah,IV,structural',
    'E-0001,Budi,tkd,1981-01-02,bappeda,staf,none,executor',
    'E-0002,Ani,tkd,1970-01-02,bappeda,kepala_dinas,II,structural',
    ...[3, 4, 5, 6, 7].map((n) => `E-000${n},Nama ${n},tkd,1990-01-0${n},bappeda,staf,none,executor`),
    'E-0101,Eka,tkd,1988-05-06,dlh/bidang-kebersihan,staf,none,executor',
    'E-0102,Nur,honorary,1961-05-06,dlh,staf,none,executor',
    '',
  ].join('\n'),
}
