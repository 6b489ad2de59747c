import type { FileType } from '../kernel/contract'

const office = 'application/vnd.openxmlformats-officedocument'

/** The media type each is served with. */
export const mediaTypes: Record<FileType, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: `${office}.wordprocessingml.document`,
  xlsx: `${office}.spreadsheetml.sheet`,
  pptx: `${office}.presentationml.presentation`,
  mp4: 'video/mp4',
}

export const isPicture = (type: FileType) => type === 'jpg' || type === 'png' || type === 'webp'
