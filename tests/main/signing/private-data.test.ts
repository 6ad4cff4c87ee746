// No personal identifier rides along in what is signed; fields made for identifiers are left out. All numbers are synthetic.
import { privateData } from '@main/signing/private-data';
import { asSha256Hex } from '@shared/basics/units';
import { describe, expect, it } from 'vitest';

const PERSON = '230202199001010014';
const subject = (name: string) => ({ name, digest: { sha256: asSha256Hex('0'.repeat(64)) } });

describe('texts about to be signed', () => {
  it('name the field, never the value, where a person would be named', () => {
    const found = privateData(
      { answers: [{ item: 'r2-02', reason: `见${PERSON}一行` }], findings: [{ text: '１３９０４５２００１７ 可拨通' }] },
      [],
    );
    expect(found).toEqual(['predicate.answers.0.reason', 'predicate.findings.0.text']);
    expect(found.join()).not.toContain(PERSON);
  });

  it('include the names of delivered files', () => {
    expect(privateData({}, [subject('index.csv'), subject(`${PERSON}.csv`)])).toEqual(['subject.1.name']);
  });

  it('leave out codes of organisations, persons’ ids, digests and keys', () => {
    const hex = 'f8455679357f031241d7b5d043b6079ba321e95c533a87f3457e929a15b93bc8';
    expect(
      privateData(
        {
          developer: { name: '示例丙暖数据科技有限公司', uscc: '91230299MA1NUAN073' },
          reviewers: [{ person: PERSON, act: 'review' }],
          ledger: { head: hex },
          remarks: '信用代码91230299MA1NUAN073，热线0452-2000017',
        },
        [subject('说明.pdf')],
      ),
    ).toEqual([]);
  });

  it('let a masked number pass', () => expect(privateData({ remarks: '230202********0014、1*********7' }, [])).toEqual([]));
});
