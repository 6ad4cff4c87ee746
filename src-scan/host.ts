// What the scanner asks of its host: everything that takes judgement. Cells are given as address and length in the scanner's memory and are valid
// during the call only.

/** What a cell is taken for: an id below VERDICTS that stands for a type and what detectors say, or VERDICTS when the host has counted it itself. */
@external("host", "see")
export declare function see(column: i32, at: usize, length: i32): i32;
/** A value that the column shows for the first time, or any value once they are no longer told apart. */
@external("host", "observe")
export declare function observe(column: i32, at: usize, length: i32): void;
/** A record is wider than any before: the host adds columns, or answers false. */
@external("host", "widen")
export declare function widen(cells: i32): bool;
/** What is known of the first six digits of a number: bits of REGION_*. */
@external("host", "region")
export declare function region(code: i32): i32;
/** A record has been counted; its cells lie at `starts` and `lengths`. */
@external("host", "row")
export declare function row(cells: i32): void;
/** All cells of some records have been counted, column by column: what `see` was told stood in the rows of `rowAt`. */
@external("host", "counted")
export declare function counted(): void;
