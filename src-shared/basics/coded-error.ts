/** An error that carries a closed code for whoever switches on it, and keeps its cause. `detail` never holds content or secrets. */
export class CodedError<Code extends string> extends Error {
  constructor(
    readonly code: Code,
    readonly detail?: string,
    options?: { cause?: unknown },
  ) {
    super(detail === undefined ? code : `${code}: ${detail}`, options);
    this.name = 'CodedError';
  }
}

export const hasCode = (error: unknown): error is CodedError<string> => error instanceof CodedError;
