import { Text, View } from '@tarojs/components'
import './toggle.scss'

interface ToggleProps {
  label: string
  hint: string
  on: boolean
  busy?: boolean
  onChange: (on: boolean) => void
}

/** A switch whose whole row can be tapped. It is drawn here because the platform's own moves before the answer is known. */
export function Toggle({ label, hint, on, busy = false, onChange }: ToggleProps) {
  return (
    <View
      className={`toggle${busy ? ' toggle--busy' : ''}`}
      role="switch"
      aria-checked={on}
      aria-label={label}
      onClick={() => !busy && onChange(!on)}
    >
      <View className="toggle__words">
        <Text className="toggle__label">{label}</Text>
        <Text className="toggle__hint">{hint}</Text>
      </View>
      <View className={`toggle__track${on ? ' toggle__track--on' : ''}`}>
        <View className="toggle__knob" />
      </View>
    </View>
  )
}
