import type { FileType } from '../kernel/contract'

/** Spellings of an ending that mean the same. */
const endings: Record<FileType, RegExp> = {
  jpg: /\.jpe?g$/i,
  png: /\.png$/i,
  webp: /\.webp$/i,
  pdf: /\.pdf$/i,
  docx: /\.docx$/i,
  xlsx: /\.xlsx$/i,
  pptx: /\.pptx$/i,
  mp4: /\.mp4$/i,
}

/**
 * The name a file is kept and saved under: without folders, without invisible characters that could turn its end around,
 * and with the ending its content has. `photo.exe` that is a JPEG is kept as `photo.exe.jpg`.
 */
export function fileNameOf(typed: string, type: FileType): string {
  const last = typed.split(/[/\\]/).at(-1) ?? ''
  const name = last.replace(/[\p{Cf}\p{Cc}\p{Zl}\p{Zp}"<>|:*?]/gu, '').trim()
  const stem = name.replace(endings[type], '').replace(/^[.\s]+|[.\s]+$/g, '') || '文件'
  const ending = endings[type].exec(name)?.[0] ?? `.${type}`
  return `${[...stem].slice(0, 120).join('')}${ending.toLowerCase()}`
}
