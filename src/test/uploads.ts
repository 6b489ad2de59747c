import { act } from '@testing-library/react'
import { type KeptFile, upload } from '../../cloudfunctions/files/contract'
import { type RefusalCode, refusals } from '../../cloudfunctions/kernel/refusals'

type Answer = { kept: KeptFile } | { refusal: RefusalCode } | 'no network' | 'nonsense'

let chosen: File[] = []
let offered: string[] = []
let answers: Answer[] = []
let sent: { name: string; requestId: string; token: string; bytes: number }[] = []
let waiting: FakeRequest[] = []
let held = false

/** Stands in for the phone's file chooser and for `files.upload`. */
export const uploads = {
  /** What the person chooses next; nothing means that they give up. */
  choose: (...files: File[]) => {
    chosen = files
  },
  /** What the chooser was asked to offer. */
  offered: () => offered,
  /** What the server says, one upload after the other. */
  answer: (...next: Answer[]) => {
    answers = next
  },
  sent: () => sent,
  /** Uploads stay under way until `release`. */
  hold: () => {
    held = true
  },
  progress: (part: number) => act(async () => waiting[0]?.upload.onprogress?.({ loaded: part * 100, total: 100 })),
  release: () =>
    act(async () => {
      held = false
      for (const request of waiting.splice(0)) request.settle()
    }),

  becomeNew() {
    chosen = []
    offered = []
    answers = []
    sent = []
    waiting = []
    held = false
    globalThis.XMLHttpRequest = FakeRequest as unknown as typeof XMLHttpRequest
    jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(function (this: HTMLInputElement) {
      offered.push(this.accept)
      Object.defineProperty(this, 'files', { value: chosen })
      this.dispatchEvent(new Event(chosen.length ? 'change' : 'cancel'))
    })
  },
}

class FakeRequest {
  upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  responseText = ''
  timeout = 0
  onload = () => {}
  onerror = () => {}
  private address = ''
  private token = ''

  open(_method: string, address: string) {
    this.address = address
  }
  setRequestHeader(_name: string, value: string) {
    this.token = value.replace('Bearer ', '')
  }
  send(body: Blob) {
    const { searchParams } = new URL(this.address, 'http://host')
    const input = Object.fromEntries(searchParams)
    const { name, requestId = '' } = upload.input.parse(input)
    sent.push({ name, requestId, token: this.token, bytes: body.size })
    if (held) waiting.push(this)
    else queueMicrotask(() => this.settle())
  }
  settle() {
    const answer = answers.shift()
    if (!answer || answer === 'no network') return this.onerror()
    if (answer === 'nonsense') this.responseText = '<html>'
    else if ('kept' in answer) this.responseText = JSON.stringify({ ok: true, data: upload.output.parse(answer.kept) })
    else this.responseText = JSON.stringify({ ok: false, error: { code: answer.refusal, message: refusals[answer.refusal] } })
    this.onload()
  }
}

/** A file on the phone of that many bytes. */
export function fileOf(name: string, bytes = 1000): File {
  const file = new File(['x'], name)
  Object.defineProperty(file, 'size', { value: bytes })
  return file
}
