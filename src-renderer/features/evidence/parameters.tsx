// What the open table was asked with, under the list of files: the parameters that a verdict will cite, in words, and the way to change them.
import Box from '@mui/material/Box';
import Link from '@mui/material/Link';
import Typography from '@mui/material/Typography';
import { readDominance } from '@shared/analysis/inference/question';
import { readMembership } from '@shared/analysis/membership/question';
import { SHARING_MODES } from '@shared/analysis/risk/identity';
import { readNames } from '@shared/analysis/risk/names';
import { answeredBy, type MeasureParameters, tablesAsked } from '@shared/analysis/risk/question';
import { SUPPRESSED_POLICIES } from '@shared/analysis/risk/suppressed';
import type { AnalysisView } from '@shared/contract/views';
import { commonTexts } from '@shared/texts/common';
import { evidenceTexts } from '@shared/texts/evidence';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { grouped } from '@shared/texts/plural';
import { formatBytes } from '../../components/bytes-text';
import { HashText } from '../../components/hash-text';
import { useTexts } from '../../components/language';
import { FactRow } from '../../components/sheet';

type Props = {
  readonly view: AnalysisView;
  /** Where in the file the open table lies; null: the file is the table. */
  readonly part: string | null;
  /** Name and version of the dossier's edition. */
  readonly edition: string;
  readonly open: boolean;
  /** Null where nothing can be asked any more. */
  readonly onChange: (() => void) | null;
};

export function Parameters({ view, part, edition, open, onChange }: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const words = useTexts(evidenceTexts);
  const { sharingModes: modes, list } = useTexts(commonTexts);
  // Without a result nothing was asked yet: what is not known would be said to be none.
  if (view.result === null) return null;
  const parameters: MeasureParameters = answeredBy(view.parameters, part);
  const beside = tablesAsked(view.parameters).filter((each) => each !== part);
  const membership = readMembership(parameters.membership ?? '');
  const dominance = readDominance(parameters.dominance ?? '');
  const policy = SUPPRESSED_POLICIES.find((each) => each === parameters['suppressed-policy']);
  const mode = SHARING_MODES.find((each) => each === view.parameters['sharing-mode']);
  const listed = (name: 'quasi' | 'confidential' | 'counts') => {
    const text = parameters[name];
    if (text === undefined) return undefined;
    const names = readNames(text);
    return names === null ? text : list(names);
  };
  // Of the look whose result is shown, which a later one that did not finish leaves as it was.
  const limit = (name: string): string | null => view.parameters[name] ?? null;
  const limits = [
    limit('max-rows') === null ? '' : `${texts.maxRows} ${grouped(Number(limit('max-rows')))}`,
    limit('max-bytes') === null ? '' : texts.readAtMost(formatBytes(Number(limit('max-bytes')))),
    limit('max-seconds') === null ? '' : `${texts.maxSeconds} ${limit('max-seconds')}`,
    limit('max-memory') === null ? '' : `${texts.maxMiB} ${limit('max-memory')}`,
  ].filter((each) => each !== '');
  const asked = {
    proposed: Object.keys(view.parameters).every((name) => !/^quasi(?:-\d+)?$/u.test(name)) ? texts.proposedMeasure : texts.proposedRoles,
    person: texts.personRoles,
    nobody: texts.nobodyRoles,
  }[view.asked];
  return (
    <Box component="section" aria-label={texts.parameters} sx={{ px: 4, py: 4 }}>
      <Typography variant="h3" component="h2" sx={{ mb: 1 }}>
        {texts.parameters}
      </Typography>
      <FactRow name={texts.sharingMode}>{mode ? modes[mode] : texts.none}</FactRow>
      {parameters.membership === undefined && <FactRow name={texts.quasi}>{listed('quasi') ?? texts.none}</FactRow>}
      {parameters.confidential !== undefined && <FactRow name={texts.confidential}>{listed('confidential')}</FactRow>}
      {parameters.quasi !== undefined && <FactRow name={texts.contextProbability}>{parameters['context-probability']}</FactRow>}
      {policy && parameters.suppressed !== undefined && (
        <FactRow name={texts.policy}>
          {parameters.suppressed}　{texts.policies[policy]}
        </FactRow>
      )}
      {parameters.counts !== undefined && <FactRow name={texts.counts}>{listed('counts')}</FactRow>}
      {membership && <FactRow name={texts.membership}>{list([membership.member, membership.score])}</FactRow>}
      {dominance && <FactRow name={texts.dominance}>{list([...dominance.cell, dominance.contributor, dominance.value])}</FactRow>}
      {parameters.table !== undefined && <FactRow name={texts.whichTable}>{parameters.table}</FactRow>}
      {beside.length > 0 && <FactRow name={texts.besideTables}>{list(beside)}</FactRow>}
      {view.parameters.fingerprint !== undefined && (
        <FactRow name={texts.fingerprint}>
          <HashText hex={view.parameters.fingerprint} />
        </FactRow>
      )}
      <FactRow name={texts.limits}>{list(limits) || texts.noLimits}</FactRow>
      <FactRow name={texts.edition}>{edition}</FactRow>
      <FactRow name={texts.tool}>{view.version}</FactRow>
      <FactRow name={words.result}>
        <HashText hex={view.result} />
      </FactRow>
      <Typography variant="caption" component="p" sx={{ m: 0, mt: 2 }}>
        {asked}
      </Typography>
      {onChange !== null && (
        <Link component="button" type="button" variant="body2" aria-expanded={open} onClick={onChange} sx={{ mt: 2, display: 'block' }}>
          {open ? texts.closeParameters : texts.changeParameters}
        </Link>
      )}
    </Box>
  );
}
