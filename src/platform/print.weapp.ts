/** A mini-program prints nothing. */
export const mayPrint = false

export function printOn(_paper: 'A6'): void {}
