/** What WeChat said instead of what it was asked for. `errcode` is its own, or the SDK's (negative) where there was no answer. */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(`${message} (${errcode})`)
    this.name = 'WechatError'
  }
}

/** Files in the cloud storage of the mini-program's environment. Every method rejects with WechatError. */
export interface WechatStorage {
  /** Returns the file's id, `cloud://…`; an upload to the same path replaces the file. */
  upload(path: string, content: Buffer): Promise<string>
  download(fileId: string): Promise<Buffer>
  /** A file that is not there counts as removed. At most 50 at once. */
  remove(fileIds: string[]): Promise<void>
  /** A link that anyone can open for that long, at most 24 hours. */
  link(fileId: string, seconds: number): Promise<string>
}

/** What WeChat does for the mini-program; everything else of its SDK stays behind this. Every method rejects with WechatError. */
export interface Wechat {
  /**
   * The number a person agreed to hand over with the phone-number button. Its code works once, within 5 minutes;
   * 40029 and 40163 say that it did not (developers.weixin.qq.com, phonenumber.getPhoneNumber).
   */
  phoneNumber(code: string): Promise<{ countryCode: string; number: string }>
  /** The picture of a mini-program code. `scene`: 1–32 characters; `page`: without a slash before it, and published. */
  miniProgramCode(request: { scene: string; page: string; width?: number }): Promise<Buffer>
  /**
   * What WeChat thinks of a text a person wrote who used the mini-program within two hours (security.msgSecCheck 2.0, as social log): of a
   * long one each part is asked, and the worst answer counts. 61010 says that they were not there for longer.
   */
  judgeText(openid: string, text: string): Promise<Judgement>
  storage: WechatStorage
}

/** Harmless; for a person to look at; not to be shown. */
export const judgements = ['pass', 'review', 'risky'] as const
export type Judgement = (typeof judgements)[number]

export interface WechatOptions {
  /** The cloud environment whose storage is used. */
  env: string
  /** Instead of WeChat's own address, such as `http://127.0.0.1:3000/admin?` (the question mark is needed). */
  serviceUrl?: string | undefined
  /** How long to wait for an answer; shorter than a function may run. */
  patienceMs?: number
}

type Sdk = typeof import('wx-server-sdk')

// Loading it takes half as long as everything else in the function together, and most calls do without it.
const loadSdk = (): Sdk => require('wx-server-sdk')

/** Reads the process's environment as it is at this moment: see `wechat-caller.ts` before calling it. */
export const readWechatContext = () => loadSdk().getWXContext()

/** WeChat as this process reaches it. The SDK keeps one setting for a process: the first one. */
export function connectWechat({ env, serviceUrl, patienceMs = 5_000 }: WechatOptions): Wechat {
  const ask = async <Answer>(question: (sdk: Sdk) => Promise<Answer> | Answer): Promise<Answer> => {
    const sdk = loadSdk()
    // A constant of its own, since the SDK's types do not know all it takes.
    const settings = { env, serviceUrl, timeout: patienceMs }
    sdk.init(settings)
    try {
      return await question(sdk)
    } catch (error) {
      throw toWechatError(error)
    }
  }
  return {
    phoneNumber: (code) =>
      ask(async ({ openapi }) => {
        const { phoneInfo } = await openapi.phonenumber.getPhoneNumber({ code })
        return { countryCode: String(phoneInfo.countryCode), number: String(phoneInfo.purePhoneNumber) }
      }),
    miniProgramCode: ({ scene, page, width = 430 }) =>
      ask(async ({ openapi }) => (await openapi.wxacode.getUnlimited({ scene, page, width, checkPath: false })).buffer),
    judgeText: async (openid, text) => {
      let worst: Judgement = 'pass'
      for (let from = 0; from < text.length; from += longestText) {
        const content = text.slice(from, from + longestText)
        const suggested = await ask(async ({ openapi }) => {
          const { result } = await openapi.security.msgSecCheck({ version: 2, scene: socialLog, openid, content })
          return judgements.find((each) => each === result?.suggest) ?? 'review'
        })
        if (judgements.indexOf(suggested) > judgements.indexOf(worst)) worst = suggested
      }
      return worst
    },
    storage: storageBehind(ask),
  }
}

function storageBehind(ask: <Answer>(question: (sdk: Sdk) => Promise<Answer> | Answer) => Promise<Answer>): WechatStorage {
  return {
    upload: (path, content) => ask(async (sdk) => (await sdk.uploadFile({ cloudPath: path, fileContent: content })).fileID),
    download: (fileId) => ask(async (sdk) => (await sdk.downloadFile({ fileID: fileId })).fileContent),
    remove: (fileIds) =>
      ask(async (sdk) => {
        const answer = await sdk.deleteFile({ fileList: fileIds })
        const failed = answer?.fileList.find(({ status }) => status !== 0 && status !== fileNotThere)
        if (failed) throw new WechatError(failed.status, failed.errMsg)
      }),
    link: (fileId, seconds) =>
      ask(async (sdk) => {
        const answer = await sdk.getTempFileURL({ fileList: [{ fileID: fileId, maxAge: seconds }] })
        const file = answer?.fileList[0]
        if (file?.status !== 0) throw new WechatError(file?.status ?? -1, file?.errMsg ?? 'no link')
        return file.tempFileURL
      }),
  }
}

/** Characters WeChat judges at once. */
const longestText = 2_500
/** The scene (社交日志) a report comes closest to; the others are a profile, a comment and a forum. */
const socialLog = 4

const fileNotThere = -503003

function toWechatError(error: unknown): WechatError {
  if (error instanceof WechatError) return error
  const { errCode, errMsg, message } = error as { errCode?: unknown; errMsg?: unknown; message?: unknown }
  return new WechatError(typeof errCode === 'number' ? errCode : -1, String(errMsg ?? message ?? error))
}
