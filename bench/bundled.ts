import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundleOf } from '@piket/server/testing/bundled.ts'

/** Loads a module of this folder, bundled. */
export const bundled = async <Module>(name: string): Promise<Module> =>
  import(pathToFileURL(await bundleOf(join(import.meta.dirname, `${name}.ts`))).href)
