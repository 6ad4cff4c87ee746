// Where readers of packages hand over what they read: rows of a table or lines of a text, and the carriers that they came upon. Knows no format.
import type { FoundCode } from '../content/tally';
import type { PartlyCode } from '../result';

/** Carriers, and what they were found in (docs/formats.md). */
type CarrierCode =
  | 'HIDDEN_SHEET'
  | 'HIDDEN_ROWS'
  | 'HIDDEN_COLUMNS'
  | 'PIVOT_CACHE'
  | 'CHART_CACHE'
  | 'EXTERNAL_CACHE'
  | 'COMMENTS'
  | 'DEFINED_NAMES'
  | 'CONNECTIONS'
  | 'OTHER_TEXT'
  | 'REVISIONS'
  | 'HIDDEN_TEXT'
  | 'FORM_VALUES'
  | 'CELL_OUTPUTS'
  | 'EMBEDDED_OBJECT'
  | 'MACRO'
  | 'NUMBER_DAMAGED'
  | 'ODD_NAME'
  | 'UNLISTED_BYTES'
  | 'MODEL_FILE'
  | 'PICKLE_CODE';
/** Of a carrier, or of what a look at content finds. */
export type ContentCode = CarrierCode | FoundCode;

/** Takes the rows of one table, or the lines of one text. */
export type Sink = {
  /** False: enough. */
  readonly row: (cells: readonly string[]) => boolean;
  readonly content: (code: ContentCode, count: number) => void;
  readonly end: (problem: PartlyCode | null) => void;
};
