/** Characters by which a spreadsheet takes a text for a formula, also when it is saved as .csv and opened again. */
const opens = /^[=+\-@\t\r]/

/** A text that is shown as it is and never calculated. */
export const escapeFormula = (text: string) => (opens.test(text) ? `'${text}` : text)
