import type { CallError } from '../../platform/call'

/** What a refusal says about the password that proves who I am: here nobody typed a sign-in name that could be wrong. */
export const passwordRefusal = (error: CallError | undefined, field: string): string | undefined =>
  error?.code === 'WRONG_CREDENTIALS' ? '密码不正确，请核对后再试' : error?.fields[field]

/** Whether a refusal is said under no field. */
export const isForTheWhole = (error: CallError) => error.code !== 'WRONG_CREDENTIALS' && Object.keys(error.fields).length === 0
