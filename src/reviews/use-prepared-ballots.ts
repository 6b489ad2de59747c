import { useDidShow } from '@tarojs/taro'
import { useEffect } from 'react'
import { onOnline } from '../platform/network'
import { prepareBallots } from './tokens'

/** While such a page is open, what was saved without network gets its token. */
export function usePreparedBallots() {
  useDidShow(() => void prepareBallots())
  useEffect(() => onOnline(() => void prepareBallots()), [])
}
