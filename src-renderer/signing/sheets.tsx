// What lies in the window: the pages of what is to be signed, what the red button says, and what its signature does.
import type { SigningView } from '@shared/contract/views';
import type { ReactNode } from 'react';
import { PageIncident } from './paper/page-incident';
import { PageOne } from './paper/page-one';
import { PageThree } from './paper/page-three';
import { PageTwo } from './paper/page-two';
import type { Words } from './paper/words';
import type { SignedPart, ToSign } from './to-sign';

export type Sheets = {
  readonly pages: readonly { readonly name: string; readonly sheet: ReactNode }[];
  readonly sign: string;
  readonly hint: string;
};

export function verdictSheets(toSign: ToSign, view: SigningView, words: Words): Sheets {
  const { t, common } = words;
  const sheets = [
    <PageOne key="1" toSign={toSign} author={view.reviewer.name} words={words} />,
    <PageTwo key="2" toSign={toSign} words={words} />,
    <PageThree key="3" toSign={toSign} reviewer={view.reviewer} words={words} />,
  ];
  const { outcome, reviewers } = toSign.verdict.statement.predicate;
  return {
    pages: t.pages.map((name, page) => ({ name, sheet: sheets[page] })),
    sign: t.sign(common.outcomes[outcome]),
    hint: `${toSign.certificate === null ? t.signsOne : t.signsTwo}${reviewers.length > 1 ? ` ${t.signsWaiting}` : ''}`,
  };
}

export function incidentSheets(incident: SignedPart<'incident'>, view: SigningView, words: Words): Sheets {
  const { t } = words;
  const deletes = view.deletes === true;
  const title = deletes ? t.incident.deletionTitle : t.incident.title;
  return {
    pages: [{ name: title, sheet: <PageIncident incident={incident} reviewer={view.reviewer} deletes={deletes} words={words} /> }],
    sign: t.sign(deletes ? t.incident.deletionShort : t.incident.short),
    hint: deletes ? t.incident.deletes : t.incident.signs,
  };
}
