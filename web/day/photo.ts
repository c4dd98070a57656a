/** Evidence as it leaves the phone: photos made small, documents as they are. */
import { fileTypeOf, largestFile, tellingBytes } from '@piket/domain/report/file-type.ts'

/** A file as it waits: its bytes in base64. */
export interface WaitingFile {
  readonly type: string
  readonly data: string
}

/** Longest side of a photo, in points: writing on paper stays readable. */
const longestSide = 1600
const quality = 0.8

/** Reads what was chosen. @returns why it cannot be evidence: it is none, or too large even when made small */
export async function readEvidence(file: Blob): Promise<WaitingFile | 'file' | 'tooLarge'> {
  const type = fileTypeOf(new Uint8Array(await file.slice(0, tellingBytes).arrayBuffer()))
  if (type === undefined) return 'file'
  const ready = type === 'application/pdf' ? file : await smaller(file).catch(() => undefined)
  if (ready === undefined) return 'file'
  if (ready.size > largestFile) return 'tooLarge'
  return { type: ready === file ? type : ready.type, data: await base64Of(ready) }
}

/** The photo, no larger than needed and without what the camera wrote into it, such as the place. */
async function smaller(file: Blob): Promise<Blob> {
  const photo = await createImageBitmap(file)
  const scale = Math.min(1, longestSide / Math.max(photo.width, photo.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(photo.width * scale)
  canvas.height = Math.round(photo.height * scale)
  canvas.getContext('2d')?.drawImage(photo, 0, 0, canvas.width, canvas.height)
  photo.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('no photo'))), 'image/jpeg', quality)
  })
}

const base64Of = (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(',', 2)[1] ?? '')
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(blob)
  })

/** The file again, to be sent. */
export const blobOf = ({ type, data }: WaitingFile): Blob =>
  new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type })
