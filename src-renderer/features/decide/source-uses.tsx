// Per source: does the national norm apply to its provider, or may it only be referred to (规范 25 ¶2).
import Table from '@mui/material/Table';
import TableBody from '@mui/material/TableBody';
import TableCell from '@mui/material/TableCell';
import TableHead from '@mui/material/TableHead';
import TableRow from '@mui/material/TableRow';
import type { Source } from '@shared/assessment/model';
import type { SourceUse } from '@shared/regulation/basis';
import { decideTexts } from '@shared/texts/decide';
import { useTexts } from '../../components/language';

export function SourceUses({ uses, sources }: { uses: readonly SourceUse[]; sources: readonly Source[] }) {
  const t = useTexts(decideTexts);
  return (
    <Table size="small" aria-label={t.sourceColumns.source} sx={{ bgcolor: 'paper', border: '1px solid', borderColor: 'hairline' }}>
      <TableHead sx={{ bgcolor: 'raised' }}>
        <TableRow>
          <TableCell>{t.sourceColumns.source}</TableCell>
          <TableCell>{t.sourceColumns.provider}</TableCell>
          <TableCell>{t.sourceColumns.norm}</TableCell>
          <TableCell>{t.sourceColumns.written}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {sources.map((source) => {
          const use = uses.find(({ catalogueCode, provider }) => catalogueCode === source.catalogueCode && provider === source.provider);
          return (
            <TableRow key={`${source.catalogueCode} ${source.provider}`}>
              <TableCell>
                {source.catalogueCode} {source.name}
              </TableCell>
              <TableCell>{source.providerKind === null ? t.kindMissing : t.kinds[source.providerKind]}</TableCell>
              <TableCell>{use === undefined ? '—' : `${t.applies[use.use]}　${t.normNumber} ${use.clause}`}</TableCell>
              <TableCell sx={{ fontWeight: 600 }}>{use === undefined ? '—' : t.uses[use.use]}</TableCell>
            </TableRow>
          );
        })}
      </TableBody>
    </Table>
  );
}
