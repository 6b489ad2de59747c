import { View } from '@tarojs/components'
import { maxResolution, maxResolutions } from '../../../../cloudfunctions/meetings/record-contract'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { TextField } from '../../../ui/field'
import './resolutions-field.scss'

interface ResolutionsFieldProps {
  value: readonly string[]
  onChange: (resolutions: string[]) => void
}

/** What was decided, one item each; one that is emptied is none. */
export function ResolutionsField({ value, onChange }: ResolutionsFieldProps) {
  const put = (index: number, text: string) => onChange(value.map((each, at) => (at === index ? text : each)))
  return (
    <Card title="决议（可不填）">
      {value.map((resolution, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have no names, and the place is what a person sees.
        <View key={index} className="resolutions-field__one">
          <TextField
            label={`第 ${index + 1} 条`}
            value={resolution}
            onChange={(text) => put(index, text)}
            maxLength={maxResolution}
            lines={2}
          />
          <Button small onClick={() => onChange(value.filter((_, at) => at !== index))}>
            {`删除第 ${index + 1} 条`}
          </Button>
        </View>
      ))}
      {value.length < maxResolutions && <Button onClick={() => onChange([...value, ''])}>添加一条决议</Button>}
    </Card>
  )
}
