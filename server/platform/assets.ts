/** The files a browser loads beside a page: built into `dist/web`, named by their content, so that they never go stale. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { installation } from './installation.ts'

/** Addresses of the built files. */
export interface Assets {
  readonly folder: string
  readonly theme: string
  /** Absent where nothing but HTML and CSS is served. */
  readonly enhance: string | undefined
}

/**
 * Where the build put them.
 * @throws when the web files were never built; the message says how to build them
 */
export function builtAssets(): Assets {
  const folder = join(installation(), 'dist/web')
  const manifest = join(folder, 'manifest.json')
  if (!existsSync(manifest))
    throw new Error(
      'Berkas web belum dibangun: jalankan npm run build. / The web files are not built: run npm run build.',
    )
  const { theme, enhance } = JSON.parse(readFileSync(manifest, 'utf8')) as { theme: string; enhance?: string }
  return { folder, theme: `/aset/${theme}`, enhance: enhance === undefined ? undefined : `/aset/${enhance}` }
}
