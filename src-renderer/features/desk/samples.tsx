// The made-up samples of a practice desk, ready to register.
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Link from '@mui/material/Link';
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import Typography from '@mui/material/Typography';
import type { ProductForm } from '@shared/assessment/model';
import { commonTexts } from '@shared/texts/common';
import { deskTexts } from '@shared/texts/desk';
import { useNavigate } from 'react-router';
import { formatBytes } from '../../components/bytes-text';
import { CallError } from '../../components/call-error';
import { useTexts } from '../../components/language';
import { StatusChip } from '../../components/status-chip';
import { SIZES } from '../../theme/tokens';
import { Progress, RowChip } from './row-parts';
import type { Sample, SamplesState } from './use-samples';

/** Columns that yield first when the window is narrow. */
const HIDE_NARROW = { '@media (max-width: 960px)': { display: 'none' } } as const;

export function Samples({ samples: state }: { samples: SamplesState }) {
  const { practice: texts } = useTexts(deskTexts);
  const { columns } = texts;
  return (
    <Box component="section" aria-label={texts.samplesLabel} sx={{ mb: 6 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', borderBottom: '1px solid', borderColor: 'strong', pb: 2 }}>
        <Typography variant="h2" sx={{ flex: 1 }}>
          {texts.samples}
        </Typography>
      </Box>
      <Table size="small" aria-label={texts.samplesLabel} sx={{ tableLayout: 'fixed', '& td, & th': { height: SIZES.rowDesk, py: 0 } }}>
        <TableHead>
          <TableRow>
            <TableCell sx={{ width: 118 }}>{columns.state}</TableCell>
            <TableCell>{columns.product}</TableCell>
            <TableCell sx={{ width: 96, ...HIDE_NARROW }}>{columns.form}</TableCell>
            <TableCell sx={{ width: 140, ...HIDE_NARROW }}>{columns.files}</TableCell>
            <TableCell sx={{ width: 150 }}>{columns.progress}</TableCell>
            <TableCell sx={{ width: 136 }}>{columns.next}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {state.samples.map((sample) => (
            <SampleRow key={sample.key} sample={sample} state={state} />
          ))}
        </TableBody>
      </Table>
      {state.code && <CallError code={state.code} />}
    </Box>
  );
}

function SampleRow({ sample, state }: { sample: Sample; state: SamplesState }) {
  const all = useTexts(deskTexts);
  const texts = all.practice;
  const common = useTexts(commonTexts);
  const navigate = useNavigate();
  const { view, row } = sample;
  const forms: Readonly<Record<string, string>> = common.formsShort satisfies Record<ProductForm, string>;
  return (
    <TableRow>
      <TableCell>{row ? <RowChip row={row} /> : <StatusChip kind="unanswered" label={texts.notRegistered} />}</TableCell>
      <TableCell>
        {view.title}{' '}
        <Box component="span" sx={{ color: 'ink3', fontSize: 12 }}>
          {all.version(view.version)}
        </Box>
      </TableCell>
      <TableCell sx={{ color: 'ink2', ...HIDE_NARROW }}>{forms[view.form] ?? view.form}</TableCell>
      <TableCell sx={{ color: 'ink2', ...HIDE_NARROW }}>{texts.files(view.files, formatBytes(view.bytes))}</TableCell>
      <TableCell>
        {row ? (
          <Progress row={row} />
        ) : (
          <Box component="span" sx={{ color: 'ink3' }}>
            {common.dash}
          </Box>
        )}
      </TableCell>
      <TableCell>
        {row ? (
          <Box sx={{ display: 'flex', gap: 3 }}>
            <Link
              component="button"
              variant="body2"
              aria-label={all.nextFor(all.next[row.next], `${view.title} ${all.version(view.version)}`)}
              onClick={() => void navigate(row.path)}
            >
              {all.next[row.next]}
            </Link>
            {row.verdict !== null && (
              <Link
                component="button"
                variant="body2"
                aria-label={texts.againName(view.title, all.version(view.version))}
                disabled={state.busy !== null}
                onClick={() => void state.register(sample)}
              >
                {texts.again}
              </Link>
            )}
          </Box>
        ) : (
          <Button
            size="small"
            aria-label={texts.registerName(view.title, view.version)}
            disabled={state.busy !== null || !state.canRegister}
            onClick={() => void state.register(sample)}
          >
            {state.busy === sample.key ? texts.registering : texts.register}
          </Button>
        )}
      </TableCell>
    </TableRow>
  );
}
