import Taro from '@tarojs/taro'
import { type KeptFile, takeOver } from '../../cloudfunctions/files/contract'
import { call, noAnswer } from './call'
import type { PickedFile } from './picked-file'
import { session } from './session'
import { beginCloud } from './transport.weapp'

/**
 * Brings a file to the cloud's storage and lets the server take it over from there; a refusal is thrown as CallError.
 * The same `requestId` for the same file keeps it once. `onProgress` hears of the part that is sent, from 0 to 1.
 */
export async function sendFile({ name, content }: PickedFile, requestId: string, onProgress: (part: number) => void): Promise<KeptFile> {
  const { token = '', me } = session.get() ?? {}
  // A token begins with the organisation; the server looks nowhere but in the caller's own folder.
  const cloudPath = `uploads/${token.slice(0, 36)}/${me?.id}/${requestId}`
  const cloudFile = await bring(cloudPath, String(content), onProgress)
  return call(takeOver, { name, cloudFile, requestId })
}

function bring(cloudPath: string, filePath: string, onProgress: (part: number) => void): Promise<string> {
  beginCloud()
  return new Promise((resolve, reject) => {
    const task = Taro.cloud.uploadFile({
      cloudPath,
      filePath,
      success: ({ fileID }: { fileID: string }) => resolve(fileID),
      fail: () => reject(noAnswer()),
    })
    task.onProgressUpdate(({ progress }) => onProgress(progress / 100))
  })
}
