// Beside the table of papers: the supplement notice as it will be printed. One list, once; when nothing is missing there is none.
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { supplementNotice } from '@shared/assessment/intake';
import type { Registration } from '@shared/assessment/model';
import { supplementParagraphs } from '@shared/assessment/wording';
import { addDays, isCalendarDay, parseInstant, shanghaiDay, shanghaiWallTime } from '@shared/basics/time';
import type { CalendarDay } from '@shared/basics/units';
import type { Edition } from '@shared/checklist/edition';
import { registerTexts } from '@shared/texts/register';
import { useCallback, useState } from 'react';
import { CallError } from '../../components/call-error';
import { Kbd } from '../../components/kbd';
import { useKeys } from '../../components/keyboard';
import { useLanguage, useTexts } from '../../components/language';
import { PaperSheet } from '../../components/paper-sheet';
import { ReadOnlyLine } from '../../components/states';
import { useSession } from '../../session/session-context';
import { useCall } from '../../session/use-call';
import { DayField } from './day-field';

/** Days that the notice proposes; operator and developer may agree on others, no article sets any. */
const PROPOSED_DAYS = 10;

export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return year && month && date ? `${year}年${month}月${date}日` : day;
}

const NUMERALS = '一二三四五六七八九十';
/** 一、 to 十九、, as official documents number what they list. */
const numeral = (n: number): string =>
  n <= 10
    ? NUMERALS.charAt(n - 1)
    : `${n < 20 ? '' : NUMERALS.charAt(Math.floor(n / 10) - 1)}十${n % 10 === 0 ? '' : NUMERALS.charAt((n % 10) - 1)}`;
/** The listed papers stand after the opening. */
export const numbered = (paragraphs: readonly string[], listed: number): string[] =>
  paragraphs.map((paragraph, index) => (index >= 1 && index <= listed ? `${numeral(index)}、${paragraph}` : paragraph));

/** A notice in which something is not typed yet says so instead of leaving a hole. */
function named(registration: Registration): Registration {
  const { noticeProductUnnamed, noticeUnnamed, noticeVersionUnnamed } = registerTexts.zh;
  const { product, developer } = registration;
  return {
    ...registration,
    product: { ...product, name: product.name || noticeProductUnnamed, version: product.version || noticeVersionUnnamed },
    developer: { ...developer, name: developer.name || noticeUnnamed },
  };
}

type Props = {
  readonly dossier: string;
  readonly registration: Registration;
  readonly edition: Edition;
  readonly operator: string;
  readonly today: CalendarDay;
};

/** What went out, from main's record, and the way to put it there. */
function useSupplement(dossier: string) {
  const { bridge } = useSession();
  const { again, ...load } = useCall(useCallback(() => bridge.supplement({ dossier }), [bridge, dossier]));
  const [refused, setRefused] = useState<string | null>(null);
  const send = async (due: string, materials: readonly string[]): Promise<boolean> => {
    const outcome = await bridge.sendSupplement({ dossier, due, materials: [...materials] });
    setRefused(outcome.ok ? null : outcome.code);
    await again();
    return outcome.ok;
  };
  return { known: load.state === 'ready', sent: load.state === 'ready' ? load.value : null, refused, send };
}

export function NoticePane({ dossier, registration, edition, operator, today }: Props) {
  const texts = useTexts(registerTexts);
  const language = useLanguage();
  const [due, setDue] = useState<string>(addDays(today, PROPOSED_DAYS));
  const { known, sent, refused, send } = useSupplement(dossier);
  const term = isCalendarDay(due) ? due : addDays(today, PROPOSED_DAYS);
  const sentAt = parseInstant(sent?.at ?? '');
  const dates = { operator, day: chineseDay(sentAt === null ? today : shanghaiDay(sentAt)), due: chineseDay(sent?.due ?? term) };
  const notice = supplementNotice(named(registration), edition, dates, sent?.materials ?? null);
  const print = () => window.print();
  const sendAndPrint = async () => {
    if (
      notice !== null &&
      (await send(
        term,
        notice.lines.map(({ material }) => material),
      ))
    )
      print();
  };
  const act = sent === null ? () => void sendAndPrint() : print;
  const label = sent === null ? texts.sendNotice : texts.printNotice;
  useKeys(notice && known ? [{ keys: 'Ctrl+P', label, run: act, command: true }] : []);
  return (
    <Box sx={{ px: 5, py: 4 }}>
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 3, mb: 3 }}>
        <Typography variant="h3" component="h2">
          {texts.notice}
        </Typography>
        <Typography variant="caption">{texts.noticeHint}</Typography>
      </Box>
      {notice === null ? (
        <Typography variant="body2" sx={{ color: 'ink2' }}>
          {registration.product.form === null || registration.agreement.sharingMode === null ? texts.noticeUnknown : texts.noticeNone}
        </Typography>
      ) : (
        <>
          {/* The notice goes to a Chinese office: it is written in Chinese whatever the desk speaks. */}
          <PaperSheet
            head={operator}
            title="补正通知"
            to={`${notice.to}：`}
            lines={numbered(supplementParagraphs(notice, 'zh').slice(0, -1), notice.lines.length)}
            sign={operator}
            day={notice.day}
          />
          {sent === null ? (
            <>
              <Typography variant="caption" component="p" sx={{ mt: 3 }}>
                {texts.noticeTerm}
              </Typography>
              <DayField field="notice.due" label={texts.noticeDueField} value={due} onChange={setDue} />
            </>
          ) : (
            <Box sx={{ mt: 3 }}>
              <ReadOnlyLine>
                {texts.noticeSent(
                  sentAt === null ? sent.at : shanghaiWallTime(sentAt).slice(0, 16),
                  sent.due,
                  notice.lines.map(({ title }) => title[language]),
                )}
              </ReadOnlyLine>
            </Box>
          )}
          {refused !== null && <CallError code={refused} />}
          <Button fullWidth disabled={!known} startIcon={<PrintOutlined />} onClick={act} sx={{ mt: 3 }}>
            {label} <Kbd keys="Ctrl+P" />
          </Button>
        </>
      )}
      <Typography variant="caption" component="p" sx={{ mt: 3 }}>
        {texts.canFileFirst}
      </Typography>
    </Box>
  );
}
