import { Input, View } from '@tarojs/components'
import { useState } from 'react'
import { pledgeCategories, projectKinds } from '../../../cloudfunctions/showcase/contract'
import {
  type WallKind,
  type WallProgress,
  wallKindNames,
  wallProgress,
  wallProgressNames,
} from '../../../cloudfunctions/showcase/wall-contract'
import { Choice, Field } from '../../ui/field'
import { PickerBox } from '../../ui/picker-field'
import { Sheet } from '../../ui/sheet'
import { UnitSheet } from './unit-sheet'
import './filters.scss'

/** What is asked for; a unit is null for the whole organisation. */
export interface Chosen {
  unit: { id: string; name: string } | null
  kind: WallKind | undefined
  progress: WallProgress | undefined
  /** As it was typed. */
  typed: string
}

interface FiltersProps {
  chosen: Chosen
  onChange: (change: Partial<Chosen>) => void
}

const all = 'all'
const optionsOf = <Word extends string>(words: readonly Word[], names: Record<Word, string>) => [
  { value: all as Word | typeof all, text: '全部' },
  ...words.map((value) => ({ value: value as Word | typeof all, text: names[value] })),
]
const progressOptions = optionsOf(wallProgress, wallProgressNames)
const pledgeOptions = optionsOf<WallKind>(pledgeCategories, wallKindNames)
const projectOptions = projectKinds.map((value) => ({ value: value as WallKind | typeof all, text: wallKindNames[value] }))

/** Whom the wall shows: sought by name, of a unit, by what they promised or do, by how far they are. */
export function Filters({ chosen: { unit, kind, progress, typed }, onChange }: FiltersProps) {
  const [opened, setOpened] = useState<'unit' | 'kind' | 'progress'>()
  const choose = (change: Partial<Chosen>) => {
    setOpened(undefined)
    onChange(change)
  }
  const chooseKind = (value: WallKind | typeof all) => choose({ kind: value === all ? undefined : value })
  const unitText = unit?.name ?? '全单位'
  const kindText = kind ? wallKindNames[kind] : '全部类别'
  const progressText = progress ? wallProgressNames[progress] : '全部进度'
  return (
    <View className="wall-filters">
      <View className="wall-filters__search">
        <Input
          className="field__control"
          value={typed}
          placeholder="搜索姓名或拼音首字母"
          maxlength={40}
          aria-label="搜索姓名或拼音首字母"
          onInput={(event) => onChange({ typed: event.detail.value })}
        />
        {typed !== '' && (
          <View className="wall-filters__clear" role="button" onClick={() => onChange({ typed: '' })}>
            清除
          </View>
        )}
      </View>
      <View className="wall-filters__unit">
        <PickerBox name={`单位 ${unitText}`} onClick={() => setOpened('unit')}>
          {unitText}
        </PickerBox>
      </View>
      <View className="wall-filters__half">
        <PickerBox name={`类别 ${kindText}`} onClick={() => setOpened('kind')}>
          {kindText}
        </PickerBox>
      </View>
      <View className="wall-filters__half">
        <PickerBox name={`进度 ${progressText}`} onClick={() => setOpened('progress')}>
          {progressText}
        </PickerBox>
      </View>
      <UnitSheet opened={opened === 'unit'} chosen={unit} onClose={() => setOpened(undefined)} onChoose={(unit) => choose({ unit })} />
      <Sheet title="类别" opened={opened === 'kind'} onClose={() => setOpened(undefined)}>
        <Field label="今年公布的承诺">
          <Choice options={pledgeOptions} value={kind ?? all} onChange={chooseKind} />
        </Field>
        <Field label="今年的示范项目">
          <Choice options={projectOptions} value={kind ?? all} onChange={chooseKind} />
        </Field>
      </Sheet>
      <Sheet title="进度" opened={opened === 'progress'} onClose={() => setOpened(undefined)}>
        <Field label="今年的承诺" hint="按最需要关注的一项承诺区分；30 天内到期为即将到期。">
          <Choice
            options={progressOptions}
            value={progress ?? all}
            onChange={(value) => choose({ progress: value === all ? undefined : value })}
          />
        </Field>
      </Sheet>
    </View>
  )
}
