import { type Choices, choose } from './chance'

// The most common surnames come up several times, as they do in a real roster.
const surnames = Array.from(
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗王李张刘陈杨黄赵吴周郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严武戚孔汤',
) as unknown as Choices<string>

const givenNames = `
  晓燕 思远 雨桐 丽娟 志远 海燕 明轩 佳慧 俊杰 秀兰 文博 婷婷 建军 雪梅 浩然 春梅 子涵 玉华 鹏程 静怡 少华 艳红 宏伟 梦洁 永强 桂芳
  一鸣 欣怡 光明 小红 振华 倩倩 立新 慧敏 家豪 晓东 美玲 国栋 嘉怡 德胜 素珍 宇航 红霞 天佑 敏捷 学文 巧云 世杰 爱华 凯旋 淑芬 泽宇 若兰
  长青 晨曦 卫东 诗涵 瑞雪 大勇 亚楠 新宇 月娥 景行 佩琪 松涛 锦程 金凤 启航 晓琳 正阳 冬梅 向阳 依诺 守信 彩霞 子轩 丹丹 云飞 丽华 伟杰
  静 磊 娜 洋 敏 涛 婷 超 芳 鹏 霞 斌 莉 凡 颖 健 琳 阳 洁 帆`
  .trim()
  .split(/\s+/) as unknown as Choices<string>

/** A name nobody in `taken` has yet, with a given name new to `takenHere`: colleagues are told apart by it. */
export function nameOf(key: string, taken: Set<string>, takenHere: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const given = choose(`${key}/given/${attempt}`, givenNames)
    const name = choose(`${key}/surname/${attempt}`, surnames) + given
    if (taken.has(name) || takenHere.has(given)) continue
    taken.add(name)
    takenHere.add(given)
    return name
  }
}
