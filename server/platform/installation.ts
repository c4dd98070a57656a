/** Where Piket is installed: the same folder whether the sources run or the bundle in `dist/`. */
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * The folder of the package named `piket`, found by walking up.
 * @throws when no folder above `start` is one
 */
export function installation(start: string = import.meta.dirname): string {
  for (let folder = start; ; folder = dirname(folder)) {
    const manifest = join(folder, 'package.json')
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'piket') return folder
    if (folder === dirname(folder)) {
      throw new Error(
        `Berkas Piket tidak lengkap: package.json tidak ditemukan di atas ${start}. Pasang ulang Piket. / ` +
          `Piket is not complete: no package.json above ${start}. Install Piket again.`,
      )
    }
  }
}
