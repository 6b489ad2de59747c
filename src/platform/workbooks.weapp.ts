import Taro from '@tarojs/taro'

/** Whether a workbook can be chosen and sent from here: rosters are written at a desk, and imported there. */
export const mayUploadWorkbook = false

export const uploadWorkbook = async (_onChosen: () => void): Promise<string | undefined> => undefined

/** Opens a workbook, from where it can be sent on; answers undefined when that failed. */
export async function saveWorkbook(name: string, base64: string): Promise<string | undefined> {
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  try {
    Taro.getFileSystemManager().writeFileSync(filePath, base64, 'base64')
    await Taro.openDocument({ filePath, fileType: 'xlsx', showMenu: true })
    return '已打开，可以从右上角菜单转发或保存'
  } catch {
    return undefined
  }
}

/** What to do where saving failed. */
export const cannotSave = '没有打开成功，请稍后再试'
