// Membership inference on a page of its own: the chart with its readable low end or the same as a table, the scores below it, the figures beside it,
// and what a person says of the finding.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import { isResolved, MEMBERSHIP_TARGETS } from '@shared/analysis/membership/points';
import { evidenceMeasureTexts } from '@shared/texts/evidence-measures';
import { type ReactNode, useState } from 'react';
import { ChoiceRow } from '../../components/fields';
import { Kbd } from '../../components/kbd';
import { useTexts } from '../../components/language';
import { FooterBar, Sheet } from '../../components/sheet';
import { TableHeads } from '../../components/table-heads';
import { ChartOrTable, type Shown } from './chart-or-table';
import { EarlierNote, type JudgeActs, JudgeButtons, JudgedWord, JudgeReason } from './judge';
import { type FiguresProps, MembershipFigures } from './membership-figures';
import { RocChart } from './roc';
import { type Membership, percent, type Scale, tableOf } from './roc-model';
import { ScoreBars } from './score-bars';

type Props = Omit<FiguresProps, 'onItem'> & {
  readonly acts: JudgeActs;
  readonly onBack: () => void;
};

export function MembershipView(props: Props) {
  const texts = useTexts(evidenceMeasureTexts);
  const [scale, setScale] = useState<Scale>('log');
  const [shown, setShown] = useState<Shown>('chart');
  return (
    <Sheet
      label={texts.membership}
      side={
        <Box
          component="aside"
          aria-label={texts.how}
          tabIndex={0}
          sx={{
            width: '42.5%',
            minWidth: 440,
            flexShrink: 0,
            display: 'flex',
            flexDirection: 'column',
            borderLeft: '1px solid',
            borderColor: 'hairline',
            overflow: 'hidden',
          }}
        >
          <Box sx={{ flex: 1, overflow: 'auto' }}>
            <MembershipFigures {...props} onItem={props.acts.openItem} />
          </Box>
          <Foot {...props} />
        </Box>
      }
    >
      <Box sx={{ px: 5, py: 4 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, mb: 3 }}>
          <Typography variant="h2" component="h2" sx={{ flex: 1, minWidth: 200 }}>
            {texts.membershipTitle}
          </Typography>
          <ChoiceRow
            label={texts.scale}
            size="small"
            value={scale}
            choices={[
              { value: 'log', label: texts.log },
              { value: 'linear', label: texts.linear },
            ]}
            onChange={setScale}
          />
          <ChartOrTable shown={shown} onChange={setShown} />
        </Box>
        {shown === 'chart' ? <RocChart membership={props.membership} scale={scale} /> : <CurveTable membership={props.membership} />}
        {MEMBERSHIP_TARGETS.filter(({ target }) => !isResolved(target, props.membership.nonMembers)).map(({ target }) => (
          <Typography key={target} variant="body2" sx={{ color: 'amberText', mt: 2 }}>
            {texts.withheld(percent(Number(target)))}
          </Typography>
        ))}
        <ScoreBars membership={props.membership} />
      </Box>
    </Sheet>
  );
}

function CurveTable({ membership }: { membership: Membership }) {
  const texts = useTexts(evidenceMeasureTexts);
  return (
    <Table size="small" aria-label={texts.rocLabel} sx={{ maxWidth: 560 }}>
      <TableHeads words={[]} numbers={[texts.fpr, texts.tpr, texts.interval95]} />
      <TableBody>
        {tableOf(membership).map(({ fpr, tpr, low, high }) => (
          <TableRow key={fpr}>
            <TableCell align="right">{percent(fpr)}</TableCell>
            <TableCell align="right" sx={{ fontWeight: 600 }}>
              {percent(tpr)}
            </TableCell>
            <TableCell align="right">
              {percent(low)}–{percent(high)}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function Foot({ finding, acts, onBack }: Props): ReactNode {
  const texts = useTexts(evidenceMeasureTexts);
  const before = finding ? acts.before(finding.id) : undefined;
  return (
    <>
      {finding && (before || finding.disposition === 'overruled') && (
        <Box sx={{ px: 5, pt: 2 }}>
          {before && <EarlierNote earlier={before} />}
          <JudgeReason finding={finding} acts={acts} />
        </Box>
      )}
      <FooterBar>
        {finding && (
          <>
            <JudgedWord finding={finding} />
            <JudgeButtons finding={finding} acts={acts} keys />
          </>
        )}
        <Button variant="text" onClick={onBack} sx={{ ml: 'auto' }}>
          {texts.backToAnalysis} <Kbd keys="Esc" />
        </Button>
      </FooterBar>
    </>
  );
}
