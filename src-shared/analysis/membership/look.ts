// Collects scores and membership from two columns of a table while it is read.
import type { RowLook } from '../look';
import { type PickedColumns, pickColumns } from '../risk/pick';
import { type Membership, membershipOf } from './membership';

export type MembershipQuestion = { readonly member: string; readonly score: string };
export type MembershipLook = {
  readonly look: Pick<RowLook, 'header' | 'row' | 'wanted'>;
  readonly picked: PickedColumns;
  readonly measure: () => Membership | null;
  /** Rows whose membership or score could not be read; they are in none of the numbers. */
  readonly unread: () => number;
};

const YES = new Set(['1', 'true', 'yes', '是']);
const NO = new Set(['0', 'false', 'no', '否']);
const SCORE = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

class Numbers {
  #all = new Float64Array(1_024);
  size = 0;

  add(value: number): void {
    if (this.size === this.#all.length) {
      const more = new Float64Array(2 * this.size);
      more.set(this.#all);
      this.#all = more;
    }
    this.#all[this.size++] = value;
  }

  values(): Float64Array {
    return this.#all.subarray(0, this.size);
  }
}

export function createMembershipLook({ member, score }: MembershipQuestion): MembershipLook {
  const picked = pickColumns([member, score]);
  const members = new Numbers();
  const others = new Numbers();
  let unread = 0;
  return {
    look: {
      header: picked.header,
      wanted: picked.places,
      row(cells) {
        const [memberAt, scoreAt] = picked.places();
        const group = (cells[memberAt ?? -1] ?? '').trim().toLowerCase();
        const text = (cells[scoreAt ?? -1] ?? '').trim();
        const value = SCORE.test(text) ? Number(text) : Number.NaN;
        if (!Number.isFinite(value)) unread++;
        else if (YES.has(group)) members.add(value);
        else if (NO.has(group)) others.add(value);
        else unread++;
      },
    },
    picked,
    measure: () => membershipOf(members.values(), others.values()),
    unread: () => unread,
  };
}
