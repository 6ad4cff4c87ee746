// Formulas that do something when a table is opened: fetch, send, run. Of text tables a cell that a spreadsheet would take for a formula
// (CWE-1236); of workbooks the formula itself. A number with a sign is no formula, and neither is a name with an at sign.

/** Functions that reach out of the sheet or run something. */
const REACHING =
  'WEBSERVICE|FILTERXML|HYPERLINK|IMPORT(?:XML|DATA|FEED|HTML|RANGE)|IMAGE|RTD|DDE|CALL|REGISTER(?:\\.ID)?|EXEC|SHELL|CUBE(?:VALUE|MEMBER|SET)|ENCODEURL';
const REACHES = new RegExp(`(?<![A-Z0-9_.])(?:_xlfn\\.)?(?:${REACHING})\\s*\\(`, 'iu');
/** `cmd|'/c calc'!A0`: a program, a topic and an item (DDE). */
const DDE = /(?<![\w.])[A-Za-z][\w.]{0,40}\s*\|\s*'?[^|!]{0,500}'?\s*![A-Za-z$*]/u;
const CALLS = /^\s*[=@]\s*[A-Za-z_][A-Za-z0-9_.]{1,30}\s*\(/u;

const BEGINS = /^[\s"']{0,20}[=+\-@＝＋－＠﹣﹢]/u;

/** The text of a cell that begins like a formula and does something. */
export function isFormulaCell(text: string): boolean {
  // Nearly every cell ends here.
  if (!BEGINS.test(text)) return false;
  // Whatever stands before the sign is dropped by spreadsheet programs: tab, line ends, full-width forms.
  const cell = text.normalize('NFKC').replace(/^[\s"']+/u, '');
  if (!/^[=+\-@]/u.test(cell)) return false;
  return CALLS.test(cell) || REACHES.test(cell) || DDE.test(cell);
}

/** A workbook's formula that fetches from, or hands over to, something outside. */
export function reachesOut(formula: string): boolean {
  // A link within the workbook goes nowhere.
  const outward = formula.replace(/HYPERLINK\s*\(\s*"#[^"]*"/giu, '');
  return REACHES.test(outward) || DDE.test(outward) || /\[[^\]]{1,255}\.xl\w{1,2}\]/iu.test(outward);
}
