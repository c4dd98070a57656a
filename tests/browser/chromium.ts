/** A browser to test with: one that is installed, else the one that comes with the development packages. */
import { execFile } from 'node:child_process'
import { access, constants, mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium } from 'playwright-core'

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// The package's own list of arguments asks for a single process, in which a second context crashes.
const args = ['--no-sandbox', '--headless=shell', '--disable-gpu']

/**
 * Opens Chromium. `CHROMIUM` names one; otherwise the first that is installed is taken, and at last the packaged one.
 * @throws when none starts
 */
export async function openChromium(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM || (await firstInstalled()) || (await packaged())
  return chromium.launch({ executablePath, args, headless: true })
}

async function firstInstalled(): Promise<string | undefined> {
  for (const path of installed) {
    const found = await access(path, constants.X_OK).then(
      () => true,
      () => false,
    )
    if (found) return path
  }
  return undefined
}

async function packaged(): Promise<string> {
  // On this platform's account the package unpacks libraries of its own, which a bare machine lacks.
  if (!(await hasNss())) process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs20.x'
  // It unpacks into the folder for temporary files, where what another user unpacked may not be run: each has their own.
  const shared = process.env.TMPDIR
  const own = join(tmpdir(), `piket-chromium-${process.getuid?.() ?? 'user'}`)
  await mkdir(own, { recursive: true, mode: 0o700 })
  process.env.TMPDIR = own
  try {
    const { default: bundled } = await import('@sparticuz/chromium')
    return await bundled.executablePath()
  } finally {
    if (shared === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = shared
  }
}

const hasNss = () =>
  promisify(execFile)('ldconfig', ['-p']).then(
    ({ stdout }) => stdout.includes('libnss3.so'),
    () => false,
  )
