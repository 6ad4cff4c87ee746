// The two notices of a quarantine, to the developer and to the service body: what was delivered and where it may have come from, without a word of its
// content. Printed one at a time; people deliver them. The papers are in Chinese, as what goes to Chinese offices is.
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Registration } from '@shared/assessment/model';
import { parseInstant, shanghaiDay } from '@shared/basics/time';
import { quarantineTexts } from '@shared/texts/quarantine';
import { useEffect, useState } from 'react';
import { useTexts } from '../../components/language';
import { PaperSheet } from '../../components/paper-sheet';
import { useSession } from '../../session/session-context';

type Notice = 'developer' | 'serviceBody';
type Props = {
  readonly registration: Registration;
  readonly file: string;
  readonly sha256: string;
  /** Both were printed and are on record already. */
  readonly noted: boolean;
  readonly onNoted: () => void;
};

const chineseDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

export function QuarantineNotices({ registration, file, sha256, noted, onNoted }: Props) {
  const texts = useTexts(quarantineTexts);
  const { status } = useSession();
  const [printing, setPrinting] = useState<Notice | null>(null);
  const [printed, setPrinted] = useState<readonly Notice[]>([]);
  useEffect(() => {
    if (printing === null) return;
    window.print();
    setPrinted((before) => [...new Set([...before, printing])]);
    setPrinting(null);
  }, [printing]);
  const words = quarantineTexts.zh.notice;
  const { product, developer } = registration;
  const operator = status.reviewer?.operator ?? '';
  const now = parseInstant(status.now);
  const lines = (to: Notice): string[] => [
    words.opening(product.name, file),
    words.digest(sha256),
    to === 'developer' ? words.developerAsk : words.serviceAsk,
    words.reported,
  ];
  return (
    <>
      <Button size="small" startIcon={<PrintOutlined />} onClick={() => setPrinting('developer')}>
        {texts.printNotice.developer}
      </Button>
      <Button size="small" startIcon={<PrintOutlined />} onClick={() => setPrinting('serviceBody')}>
        {texts.printNotice.serviceBody}
      </Button>
      {!noted && printed.length === 2 && (
        <Button size="small" variant="contained" color="primary" onClick={onNoted}>
          {texts.noteNotices}
        </Button>
      )}
      {printing !== null && (
        <Box
          sx={{
            position: 'absolute',
            width: '1px',
            height: '1px',
            overflow: 'hidden',
            '@media print': { position: 'static', overflow: 'visible' },
          }}
        >
          <PaperSheet
            head={operator}
            title={words.title}
            to={printing === 'developer' ? words.developerTo(developer.name) : words.serviceTo}
            lines={lines(printing)}
            sign={operator}
            day={now === null ? '' : chineseDay(shanghaiDay(now))}
          />
        </Box>
      )}
    </>
  );
}
