import type { FileType } from '../../cloudfunctions/kernel/contract'
import type { PickedFile } from './picked-file'

// By their media types a phone offers its camera and its gallery, and an iPhone turns its own format into JPEG.
const accepted: Partial<Record<FileType, string>> = { jpg: 'image/jpeg', png: 'image/png', webp: 'image/webp' }

/** Lets the person choose up to `most` files of these types; none where they gave up. Only from within a tap. */
export function pickFiles(types: readonly FileType[], most: number): Promise<PickedFile[]> {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = types.map((type) => accepted[type] ?? `.${type}`).join(',')
  field.multiple = most > 1
  return new Promise((resolve) => {
    field.addEventListener('cancel', () => resolve([]))
    field.addEventListener('change', () => {
      const chosen = [...(field.files ?? [])].slice(0, most)
      resolve(chosen.map((file) => ({ name: file.name, bytes: file.size, content: file })))
    })
    field.click()
  })
}
