import { fileNameOf } from './file-name'

it.each([
  ['会议照片.jpg', 'jpg', '会议照片.jpg'],
  ['IMG_0001.JPEG', 'jpg', 'IMG_0001.jpeg'],
  ['photo.exe', 'jpg', 'photo.exe.jpg'],
  ['纪要.docx', 'pdf', '纪要.docx.pdf'],
  ['C:\\Users\\wang\\纪要.docx', 'docx', '纪要.docx'],
  ['../../etc/passwd', 'pdf', 'passwd.pdf'],
  ['gnp.\u202egpj', 'png', 'gnp.gpj.png'],
  ['..', 'png', '文件.png'],
  ['.png', 'png', '文件.png'],
  ['a"b<c>d|e:f*?.pdf', 'pdf', 'abcdef.pdf'],
  ['👨‍👩‍👧.pdf', 'pdf', '👨👩👧.pdf'],
] as const)('%j that is a %s is kept as %j', (typed, type, name) => {
  expect(fileNameOf(typed, type)).toBe(name)
})

it('is cut to 120 characters, and keeps its ending', () => {
  expect(fileNameOf(`${'长'.repeat(190)}.pdf`, 'pdf')).toBe(`${'长'.repeat(120)}.pdf`)
})
