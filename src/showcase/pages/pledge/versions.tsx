import { Text, View } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { dayName } from '../../../ui/time'
import { ChangeList } from '../../components/change-list'
import { changesOf } from '../../pledge-changes'
import type { Pledge } from '../../pledge-words'
import './versions.scss'

/** How the published words changed, and why; a single version has nothing to tell. */
export function Versions({ pledge: { versions } }: { pledge: Pledge }) {
  if (versions.length < 2) return null
  return (
    <Card title="修订经过">
      {versions.map((version, index) => {
        const before = versions[index + 1]
        return (
          <View key={version.version} className="pledge-version">
            <Text className="pledge-version__title">{`第 ${version.version} 版 · ${version.reason ?? '首次公布'}`}</Text>
            {before && <ChangeList changes={changesOf(before, version)} />}
            <Text className="pledge-version__who">{`${dayName(version.approvedAt)} ${version.approvedBy}通过`}</Text>
          </View>
        )
      })}
    </Card>
  )
}
