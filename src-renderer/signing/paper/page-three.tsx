// Page 3: what recipients will get, the basis, the place in the ledger, the key and the digests of the bytes; then every field that has no
// row of its own, as it stands, so that nothing signed is out of sight.
import type { Verdict } from '@shared/attestation/statements/verdict';
import type { SigningView } from '@shared/contract/views';
import { numbered } from '../../components/numbered';
import type { ToSign } from '../to-sign';
import { ConditionList, CoverageLine, DigestRow, ReviewerList } from './common';
import { AsItStands, Digest, Grey, Heading, Line, PageNumber, Row, Shown, Table, Title, Under } from './parts';
import { thousands, type Words, wallTime } from './words';

type Reviewer = SigningView['reviewer'];

export function PageThree({ toSign, reviewer, words }: { toSign: ToSign; reviewer: Reviewer; words: Words }) {
  return (
    <>
      <CertificatePart toSign={toSign} reviewer={reviewer} words={words} />
      <Place toSign={toSign} reviewer={reviewer} words={words} />
      <Remaining toSign={toSign} words={words} />
      <PageNumber n={3} />
    </>
  );
}

function CertificatePart({ toSign: { certificate }, reviewer, words }: { toSign: ToSign; reviewer: Reviewer; words: Words }) {
  const { t, common } = words;
  if (certificate === null) {
    return (
      <>
        <Title style={{ fontSize: 20 }}>{t.noCertificate}</Title>
        <Under>
          <Grey>{t.noCertificateWhy}</Grey>
        </Under>
      </>
    );
  }
  const { subject, predicate: c } = certificate.statement;
  return (
    <>
      <Title style={{ fontSize: 20 }}>{t.certificateTitle}</Title>
      <Under>
        <Shown text={c.number} /> <Grey>{t.certificateNote}</Grey>
      </Under>
      <Table>
        <tbody>
          <Row label={t.outcome}>{common.outcomes[c.outcome]}</Row>
          <Row label={t.product}>
            <Shown text={c.product.name} /> <Shown text={c.product.version} />，<Shown text={c.developer.name} />，
            {t.filesCount(subject.length)}
          </Row>
          <Row label={t.coverage}>
            <CoverageLine coverage={c.coverage} words={words} />
            {c.validUntil ? t.validUntil(wallTime(c.validUntil)) : null}
          </Row>
          <Row label={t.recipientConditions}>
            {(c.conditions ?? []).length === 0 ? t.none : <ConditionList conditions={c.conditions ?? []} words={words} />}
          </Row>
          <Row label={t.notChecked}>
            {(c.notChecked ?? []).length === 0
              ? t.notCheckedNone
              : numbered(c.notChecked).map(({ n, value }) => (
                  <Line key={n}>
                    <Shown text={value} />
                  </Line>
                ))}
          </Row>
          <Row label={t.reviewers}>
            <ReviewerList reviewers={c.reviewers} author={reviewer.name} words={words} />
          </Row>
          <Row label={t.ofVerdict}>
            <DigestRow label="SHA-256" hex={c.verdict.sha256} />
          </Row>
        </tbody>
      </Table>
      <p style={{ margin: '4px 0 0', fontSize: 12, lineHeight: '18px' }}>
        <Grey>{t.certificateOmits}</Grey>
      </p>
    </>
  );
}

function Place({ toSign: { verdict, certificate }, reviewer, words }: { toSign: ToSign; reviewer: Reviewer; words: Words }) {
  const { t } = words;
  const { predicate: v } = verdict.statement;
  return (
    <>
      <Heading>{t.place}</Heading>
      <Table>
        <tbody>
          <Row label={t.basis}>
            <Line>
              <b>{t.basisStatus[v.basis.status]}</b>
              {v.basis.chosen ? <span>　{t.basisChosen[v.basis.chosen]}</span> : null}
            </Line>
            {numbered(v.basis.documents).map(({ n, value }) => (
              <Line key={n}>
                <Shown text={[value.title, value.number, value.clause].filter(Boolean).join(' ')} />
                {value.sha256 ? (
                  <div>
                    <Digest hex={value.sha256} />
                  </div>
                ) : null}
              </Line>
            ))}
            <Line>
              <Grey>
                {t.readings} <Shown text={v.basis.readings.map(({ name, lastDay }) => `${lastDay} ${name}`).join(' / ')} />
              </Grey>
            </Line>
          </Row>
          <Row label={t.edition}>
            <Line>
              <Shown text={v.edition.id} />
            </Line>
            <Digest hex={v.edition.sha256} />
          </Row>
          <Row label={t.ledger}>
            <Line>{v.ledger.seq === 0 ? t.ledgerFirst : t.ledgerAfter(thousands(v.ledger.seq))}</Line>
            <Digest hex={v.ledger.head} />
          </Row>
          <Row label={t.notBefore}>
            {v.checkpoint === null ? (
              t.noCheckpoint
            ) : (
              <span style={{ fontSize: 11, lineHeight: '16px' }}>
                <Shown text={v.checkpoint} />
              </span>
            )}
          </Row>
          <Row label={t.signingKey}>
            <Line>
              {reviewer.name}　{reviewer.suite}　{t.keyProtections[v.keyProtection]}
            </Line>
            <Digest hex={reviewer.keyid} />
          </Row>
          <Row label={t.workstation}>
            <Digest hex={v.workstation} />
          </Row>
          <Row label={t.bytes}>
            <DigestRow label={t.verdictBytes(thousands(verdict.bytes))} hex={verdict.sha256} />
            {certificate !== null && <DigestRow label={t.certificateBytes(thousands(certificate.bytes))} hex={certificate.sha256} />}
          </Row>
        </tbody>
      </Table>
    </>
  );
}

/** The agreement's codes in words, each followed by the code that is signed; members stay where they stand, and none is added. */
function agreementInWords(agreement: Verdict['agreement'], { common, register }: Words): Record<string, unknown> {
  const worded = (words: Readonly<Record<string, string>>, code: unknown) =>
    typeof code === 'string' && Object.hasOwn(words, code) ? `${words[code]}（${code}）` : code;
  const lists: Readonly<Record<string, Readonly<Record<string, string>>>> = { time: register.grainTimes, area: register.grainAreas };
  const grain = (given: unknown) =>
    typeof given === 'object' && given !== null && !Array.isArray(given)
      ? Object.fromEntries(Object.entries(given).map(([name, code]) => [name, worded(lists[name] ?? {}, code)]))
      : given;
  return Object.fromEntries(
    Object.entries(agreement).map(([name, value]) => [
      name,
      name === 'sharingMode' ? worded(common.sharingModes, value) : name === 'grain' ? grain(value) : value,
    ]),
  );
}

function Remaining({ toSign, words }: { toSign: ToSign; words: Words }) {
  const { t } = words;
  // Everything with a row on one of the pages is named here; what a later version of the format adds falls into `rest` and is shown as it stands.
  const {
    number,
    practice,
    product,
    developer,
    authorisation,
    sources,
    agreement,
    edition,
    basis,
    answers,
    findings,
    analyses,
    notChecked,
    outcome,
    conditions,
    rectification,
    grounds,
    remarks,
    round,
    previous,
    coverage,
    validUntil,
    reviewBy,
    reviewers,
    decidedAt,
    keyProtection,
    workstation,
    ledger,
    checkpoint,
    ...rest
  } = toSign.verdict.statement.predicate;
  return (
    <>
      <Heading note={t.filesCount((sources ?? []).length)}>{t.sources}</Heading>
      <Table>
        <tbody>
          {numbered(sources).map(({ n, value: { catalogueCode, provider, providerKind, ...more } }) => (
            <Row key={n} label={catalogueCode}>
              <Line>
                <Shown text={provider} /> <Grey>{t.providerKinds[providerKind]}</Grey>
              </Line>
              <AsItStands value={more} names={t.fieldNames} yes={t.yes} no={t.no} />
            </Row>
          ))}
          {(sources ?? []).length === 0 && <Row label="—">{t.none}</Row>}
        </tbody>
      </Table>
      <Heading>{t.agreementAsReviewed}</Heading>
      <Table>
        <tbody>
          <tr>
            <td style={{ fontSize: 12, lineHeight: '20px' }}>
              <AsItStands value={agreementInWords(agreement, words)} names={t.fieldNames} yes={t.yes} no={t.no} />
            </td>
          </tr>
        </tbody>
      </Table>
      {Object.keys(rest).length > 0 && (
        <>
          <Heading>{t.otherFields}</Heading>
          <Table>
            <tbody>
              <tr>
                <td>
                  <AsItStands value={rest} names={t.fieldNames} yes={t.yes} no={t.no} />
                </td>
              </tr>
            </tbody>
          </Table>
        </>
      )}
    </>
  );
}
