import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { type ImportPart, importLines, linesPage } from '../../../../cloudfunctions/roster/contract'
import { QueryView } from '../../../ui/states'
import { useQuery } from '../../../ui/use-query'
import { PageTurner } from '../../components/page-turner'
import './lines.scss'

/** One part of a preview, 100 lines at a time. */
export function Lines({ importId, part }: { importId: string; part: ImportPart }) {
  const [page, setPage] = useState(1)
  const query = useQuery(importLines, { importId, part, ...(page > 1 && { page }) })
  return (
    <QueryView query={query} skeletonLines={6}>
      {({ lines, total }) => (
        <>
          <View className="import-lines">
            {lines.map(({ row, title, text }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two lines may say the same, and they never move
              <View key={index} className="import-lines__one">
                {(row > 0 || title) && (
                  <Text className="import-lines__head">{[row > 0 ? `第 ${row} 行` : '', title].filter(Boolean).join(' · ')}</Text>
                )}
                <Text className="import-lines__text">{text}</Text>
              </View>
            ))}
          </View>
          <PageTurner page={page} pages={Math.ceil(total / linesPage)} onTurn={setPage} />
        </>
      )}
    </QueryView>
  )
}
