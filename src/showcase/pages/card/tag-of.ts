import { fromAddress } from '../../../platform/pages'

/** `t` in a link; `q` is the whole link (WeChat's registered links), `scene` a mini-program code's parameter. */
export function tagOf({ t, q, scene }: Partial<Record<string, string>>): string | undefined {
  const text = fromAddress(t ?? q ?? scene)
  return /[?&]t=([\w-]+)/.exec(text ?? '')?.[1] ?? text
}
