// What a reader found out about one table or text: the members of a file's result that are the reader's to say. Shapes only.
import type { AnalysisFile, Encoding, FileFormat, PartlyCode, UnreadableCode } from '../result';

export type TableFacts = {
  readonly format: FileFormat | null;
  readonly encoding: Encoding | null;
  readonly rows: number | null;
  readonly columns?: AnalysisFile['columns'];
  readonly more?: Partial<AnalysisFile>;
  readonly missed: readonly string[];
  readonly code: PartlyCode | UnreadableCode | null;
  readonly rowsRead: number;
};
