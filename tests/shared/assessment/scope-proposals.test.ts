// Each breach of a registered scope is proposed under the item that it informs, under an id of its own, and nothing else is.
import { emptyApplication } from '@shared/assessment/application';
import { emptyRegistration, findingSchema, type Registration } from '@shared/assessment/model';
import { mergeProposals } from '@shared/assessment/proposals';
import { isScopeStepFinding, scopeLooksHeld, scopeNotChecked, scopeStepProposals } from '@shared/assessment/scope-proposals';
import { describe, expect, it } from 'vitest';
import { paper } from '../../support/papers';
import { edition } from '../../support/shipped-edition';
import { sampleRegistration } from './support';

const proposed = (registration: Registration) => scopeStepProposals(registration, edition);
const items = (registration: Registration) => proposed(registration).map(({ item, id }) => [item, id.split(':').slice(2, 4).join(' ')]);
const all: Registration = (() => {
  const made = sampleRegistration('bus-trips');
  return {
    ...made,
    authorisation: { ...made.authorisation, validTo: '2027-01-01' },
    application: { ...emptyApplication(), number: '示申-1', catalogue: ['QQ-0551', 'QQ-9999'], fields: ['线路'], suppliedFields: ['余额'] },
    agreement: { ...made.agreement, frequency: '每月' },
    coverage: { ...made.coverage, frequency: '每日' },
    product: { ...made.product, offeredUntil: '2028-01-01' },
  };
})();

describe('what the registered scopes propose', () => {
  it('is in the samples the recipient, the term, and nothing in what was mended', () => {
    expect(items(sampleRegistration('heating-index'))).toEqual([]);
    expect(items(sampleRegistration('bus-trips'))).toEqual([['r1-06', 'offer-in-agreement recipients']]);
    expect(items(sampleRegistration('bus-trips', '2'))).toEqual([]);
    expect(items(sampleRegistration('credit-score-api'))).toEqual([['r1-06', 'offer-in-agreement term']]);
  });

  it('stands under the item that asks about it, waits to be judged, and says what lies outside', () => {
    expect(items(all)).toEqual([
      ['r1-03', 'agreement-in-catalogue term'],
      ['r1-03', 'application-in-catalogue catalogue'],
      ['r1-03', 'supply-in-application catalogue'],
      ['r1-03', 'supply-in-application fields'],
      ['r1-06', 'offer-in-agreement recipients'],
      ['r1-06', 'offer-in-agreement term'],
      ['r1-04', 'offer-in-agreement frequency'],
    ]);
    for (const finding of proposed(all)) {
      expect(findingSchema.safeParse(finding).success).toBe(true);
      expect(isScopeStepFinding(finding.id)).toBe(true);
      expect([finding.origin, finding.disposition, finding.evidence]).toEqual(['machine', null, []]);
    }
    expect(proposed(all).find(({ id }) => id.includes('supply-in-application:fields'))?.text).toContain('余额');
    for (const id of ['m:scope:elsewhere:fields:0123456789ab', 'm:scope:offer-in-agreement:fields:0123', 'f-1'])
      expect(isScopeStepFinding(id)).toBe(false);
  });

  it('goes to the nested scopes where an edition asks nothing of its own', () => {
    const older = { ...edition, items: edition.items.map((item) => (item.id === 'r1-06' ? { ...item, looks: [] } : item)) };
    expect(scopeStepProposals(sampleRegistration('bus-trips'), older).map(({ item }) => item)).toEqual(['r1-03']);
    expect(scopeStepProposals(all, { ...edition, items: [] })).toEqual([]);
  });

  it('keeps its judgement while the breach is the same, and is another finding when another thing lies outside', () => {
    const first = sampleRegistration('bus-trips');
    const judged = {
      ...paper({}),
      findings: proposed(first).map((each) => ({ ...each, disposition: 'overruled' as const, reason: '已在补充协议里约定' })),
    };
    const typedAgain = {
      ...first,
      product: { ...first.product, recipients: first.product.recipients.map((name) => ` ${name} `).reverse() },
    };
    expect(mergeProposals(judged, proposed(typedAgain)).findings.map(({ disposition }) => disposition)).toEqual(['overruled']);
    const wider = { ...first, product: { ...first.product, recipients: [...first.product.recipients, '示例第三方'] } };
    expect(mergeProposals(judged, proposed(wider)).findings.map(({ disposition }) => disposition)).toEqual(['overruled', null]);
    expect(mergeProposals({ ...judged, findings: [] }, proposed(wider)).findings).toHaveLength(1);
  });

  it('says what was not compared, as far as the dossier has to state it', () => {
    const lines = (change: Partial<Registration>) => scopeNotChecked({ ...all, ...change }, 'zh');
    expect(lines({})).toEqual([]);
    expect(lines({ application: emptyApplication() })).toEqual([
      '申请对授权没有对照目录：有一边没有登记',
      '供给对申请没有对照目录、字段：有一边没有登记',
    ]);
    const unfrequent = { ...all.agreement, frequency: '' };
    expect(lines({ agreement: unfrequent, coverage: { ...all.coverage, kind: 'files' } })).toEqual([]);
    expect(lines({ agreement: unfrequent, coverage: { ...all.coverage, kind: 'series' } })).toEqual([
      '产品对协议没有对照频率：有一边没有登记',
    ]);
    // Where the operator made it there is no agreement under article 16.
    const own = { product: { ...all.product, maker: 'operator' as const, recipients: [] }, agreement: emptyRegistration().agreement };
    expect(lines(own)).toEqual([]);
    expect(lines({ ...own, product: { ...own.product, maker: 'developer' } })).toHaveLength(2);
    expect(scopeNotChecked({ ...all, application: emptyApplication() }, 'en')).toHaveLength(2);
  });

  it('is looked at only where both sides are registered', () => {
    const looked = (registration: Registration) => [...scopeLooksHeld(registration)].sort();
    expect(
      looked({
        ...all,
        authorisation: { ...all.authorisation, catalogue: [], validFrom: '', validTo: '' },
        application: emptyApplication(),
      }),
    ).toEqual(['offer', 'scope-range']);
    expect(looked(all)).toEqual(['nested-scope', 'offer', 'scope-range']);
  });
});
