import { Text } from '@tarojs/components'
import './passage.scss'

/** Words somebody wrote, with their line breaks. */
export const Passage = ({ children }: { children: string }) => <Text className="passage">{children}</Text>
