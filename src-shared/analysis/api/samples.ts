// Sample replies beside the interface description and the agreement (r1-02, r3-04, r3-05): fields beyond what is written or agreed, identifiers that
// run, scores finer than anybody needs. Told row by row like any table of replies.

import { foundContent } from '../content/tally';
import type { RowLook } from '../look';
import type { Content } from '../result';
import { isDocumented, type OpenApi } from './openapi';

/** Decimals beyond which a score says more about the model than about its subject. */
export const MOST_DECIMALS = 2;
const SCORE = /(?:score|prob(?:ability)?|probs|rating|risk|weight|contribution|评分|得分|分值|概率|贡献|权重)/iu;
const RUNNING = /^(?<prefix>\D{0,40}?)(?<number>\d{1,30})$/u;
/** Of the steps from one reply to the next. */
const RUNNING_SHARE = 0.9;
const LEAST_REPLIES = 10;

export type ApiSamples = {
  readonly replies: number;
  /** Filled in some reply, and not written down. */
  readonly undocumented: readonly string[];
  /** Filled in some reply, and not agreed; null without an agreement. */
  readonly notAgreed: readonly string[] | null;
  readonly running: readonly { readonly field: string; readonly steps: number; readonly of: number }[];
  readonly precise: readonly { readonly field: string; readonly decimals: number }[];
};

/** Small probabilities are written with an exponent. */
const DECIMAL = /^-?\d+(?:\.(?<part>\d+))?(?:e(?<power>[+-]?\d{1,3}))?$/iu;
type Numbered = { readonly prefix: string; readonly number: bigint | null };
const NONE: Numbered = { prefix: '', number: null };

class Field {
  filled = 0;
  #steps = 0;
  /** Steps up by one, and down: newest first is as usual as oldest first. */
  #up = 0;
  #down = 0;
  /** Null: no value yet; NONE: one without a number. */
  #last: Numbered | null = null;
  decimals = 0;
  #numbers = 0;

  add(value: string): void {
    this.filled++;
    const found = RUNNING.exec(value)?.groups;
    const here = found ? { prefix: found.prefix ?? '', number: BigInt(found.number ?? '') } : NONE;
    const last = this.#last;
    this.#last = here;
    if (last) {
      this.#steps++;
      if (here.number !== null && last.number !== null && here.prefix === last.prefix) {
        if (here.number === last.number + 1n) this.#up++;
        if (here.number === last.number - 1n) this.#down++;
      }
    }
    const decimal = DECIMAL.exec(value)?.groups;
    if (!decimal) return;
    this.#numbers++;
    this.decimals = Math.max(this.decimals, (decimal.part ?? '').length - Number(decimal.power ?? 0));
  }

  get numeric(): boolean {
    return this.#numbers === this.filled && this.filled > 0;
  }
  get running(): { readonly steps: number; readonly of: number } | null {
    const running = Math.max(this.#up, this.#down);
    const enough = this.filled >= LEAST_REPLIES && running >= this.#steps * RUNNING_SHARE;
    return enough ? { steps: running, of: this.#steps } : null;
  }
}

const normal = (name: string): string => name.normalize('NFC').trim();

/** @param agreed fields of the agreement, null without one */
export function createApiSamples(
  document: OpenApi,
  agreed: readonly string[] | null,
): { readonly look: Pick<RowLook, 'header' | 'row'>; readonly facts: () => ApiSamples } {
  const documented = [...new Set(document.operations.flatMap(({ fields }) => fields))];
  const fields = new Map<string, Field>();
  let names: readonly string[] = [];
  let replies = 0;

  return {
    look: {
      header(told) {
        names = told;
      },
      row(cells) {
        replies++;
        for (const [i, cell] of cells.entries()) {
          if (cell === '') continue;
          const name = names[i] ?? '';
          const field = fields.get(name) ?? new Field();
          fields.set(name, field);
          for (const value of cell.split('\n')) field.add(value.trim());
        }
      },
    },
    facts() {
      const filled = [...fields];
      const agreedNames = agreed?.map(normal) ?? null;
      return {
        replies,
        // Without any field written down there is nothing to compare with.
        undocumented: documented.length === 0 ? [] : filled.map(([name]) => name).filter((name) => !isDocumented(name, documented)),
        notAgreed: agreedNames === null ? null : filled.map(([name]) => name).filter((name) => !agreedNames.includes(normal(name))),
        running: filled.flatMap(([field, { running }]) => (running ? [{ field, ...running }] : [])),
        precise: filled
          .filter(([name, field]) => field.numeric && field.decimals > MOST_DECIMALS && SCORE.test(name))
          .map(([field, { decimals }]) => ({ field, decimals })),
      };
    },
  };
}

/** Over-fetch against the agreement stands with the scope of the file and is not said twice. */
export function samplesContents({ undocumented, running, precise }: ApiSamples): Content[] {
  const counts = [
    ['API_UNDOCUMENTED', undocumented.length],
    ['API_ENUMERABLE_ID', running.length],
    ['API_PRECISION', precise.length],
  ] as const;
  return counts.filter(([, count]) => count > 0).map(([code, count]) => foundContent(code, count));
}
