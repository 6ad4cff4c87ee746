// A problem report (Art. 19 ¶3), or the second person's word that what was reported is deleted: every field of it, the file with its digests, the key and
// the digest of the bytes.
import type { SigningView } from '@shared/contract/views';
import { LIGHT } from '../../theme/tokens';
import type { SignedPart } from '../to-sign';
import { DigestRow, FilesTable } from './common';
import { AsItStands, Digest, Grey, Heading, Line, PageNumber, Row, Shown, Table, Title, Under } from './parts';
import { thousands, type Words, wallTime } from './words';

type Props = {
  readonly incident: SignedPart<'incident'>;
  readonly reviewer: SigningView['reviewer'];
  readonly deletes: boolean;
  readonly words: Words;
};

export function PageIncident({ incident, reviewer, deletes, words }: Props) {
  const { t } = words;
  const { subject, predicate: p } = incident.statement;
  const asItStands = (value: unknown) => <AsItStands value={value} names={t.incident.fieldNames} yes={t.yes} no={t.no} />;
  const severity = typeof p.severity === 'number' ? t.severity[p.severity] : undefined;
  return (
    <>
      <Title>{deletes ? t.incident.deletionTitle : t.incident.title}</Title>
      <Under>{deletes ? <strong style={{ color: LIGHT.seal.text }}>{t.incident.deletes}</strong> : <Grey>{t.incident.law}</Grey>}</Under>
      <Table>
        <tbody>
          <Row label={t.incident.what}>
            <Shown text={p.what} />
          </Row>
          <Row label={t.incident.measures}>{asItStands(p.measures)}</Row>
          <Row label={t.incident.trigger}>{t.incident.triggers[p.trigger]}</Row>
          <Row label={t.incident.severity}>{severity ?? asItStands(p.severity)}</Row>
          <Row label={t.incident.discoveredAt}>{wallTime(p.discoveredAt)}</Row>
          <Row label={t.incident.stopped}>
            {p.stopped === null ? (
              t.none
            ) : (
              <>
                <Line>
                  <Shown text={p.stopped.what} />
                </Line>
                <Line>
                  <Grey>
                    {wallTime(p.stopped.when)} <Shown text={p.stopped.by} />
                  </Grey>
                </Line>
              </>
            )}
          </Row>
          <Row label={t.incident.planStartedAt}>{p.planStartedAt === null ? t.incident.planNone : wallTime(p.planStartedAt)}</Row>
          <Row label={t.incident.recipients}>
            {p.recipients.map(({ body, channel, deliveredAt, acknowledgement }) => (
              <Line key={`${body} ${channel}`}>
                {t.incident.bodies[body]} <Shown text={channel} />{' '}
                <Grey>{deliveredAt === null ? t.incident.notDelivered : wallTime(deliveredAt)}</Grey>
                {acknowledgement && <Digest hex={acknowledgement.sha256} />}
              </Line>
            ))}
          </Row>
        </tbody>
      </Table>
      <FilesTable subject={subject} words={words} />
      <Heading>{t.incident.place}</Heading>
      <Table>
        <tbody>
          <Row label={t.signingKey}>
            <Line>
              <Shown text={reviewer.name} /> <Grey>{reviewer.suite}</Grey>
            </Line>
            <Digest hex={reviewer.keyid} />
          </Row>
          <Row label={t.bytes}>
            <DigestRow label={t.incident.bytes(thousands(incident.bytes))} hex={incident.sha256} />
          </Row>
        </tbody>
      </Table>
      <PageNumber n={1} />
    </>
  );
}
