/**
 * The initials of each name's pinyin (王小明 → wxm), with a surname's own reading (曾国藩 → zgf); lower case letters and digits only.
 * The dictionary is loaded by whoever writes a name and never at the start.
 */
export async function initialsOf(names: readonly string[]): Promise<string[]> {
  const { pinyin } = await import('pinyin-pro')
  const readings = (name: string) => pinyin(name, { pattern: 'first', toneType: 'none', surname: 'head', type: 'array' })
  return names.map((name) =>
    readings(name)
      .join('')
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]/g, ''),
  )
}
