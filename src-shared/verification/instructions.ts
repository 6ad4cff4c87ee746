// VERIFY.txt: how to check a package without us. Command lines are indented by four spaces, nothing else is, and run as they stand under sh in
// the unpacked package with openssl and coreutils. They show that the signatures fit; whose keys these are, only the trust file says.
import { encodeEnvelope, type OpenEnvelope, openEnvelope } from '../attestation/dsse';
import { parsePublicKeyPem, type Suite } from '../attestation/suites/public-key';
import { assert } from '../basics/assertions';
import { fromUtf8, sameBytes, toBase64 } from '../basics/bytes';
import { verifyTexts } from '../texts/verify-txt';

const OPTIONS: Record<Suite, string> = {
  sm2: '-rawin -digest sm3 -pkeyopt distid:1234567812345678',
  ed25519: '-rawin',
  'ecdsa-p256': '-rawin -digest sha256',
};

/**
 * The text for a package that is complete but for VERIFY.txt.
 * @param files by name: the leading envelope, report.dsse.json and keys/ are read.
 * @param number the verdict number, for the heading.
 */
export function verifyInstructions(files: ReadonlyMap<string, Uint8Array>, number: string): string {
  const main = files.has('verdict.dsse.json') ? 'verdict' : 'certificate';
  const pdf = main === 'verdict' ? 'report.pdf' : 'certificate.pdf';
  const commands = [
    ...envelopeCommands(files, `${main}.dsse.json`),
    ...envelopeCommands(files, 'report.dsse.json'),
    `openssl dgst -sha256 ${pdf}`,
  ];
  const { zh, en } = verifyTexts;
  return [
    zh.title(number),
    '',
    zh.withVerifier,
    '',
    zh.withOpenssl(pdf),
    '',
    en.title(number),
    '',
    en.withVerifier,
    '',
    en.withOpenssl(pdf),
    '',
    ...commands.map((command) => `    ${command}`),
    '',
  ].join('\n');
}

/** Payload out of the envelope, the signed bytes built from it, then every signature against its key. */
function envelopeCommands(files: ReadonlyMap<string, Uint8Array>, name: string): string[] {
  const bytes = files.get(name);
  const envelope = bytes === undefined ? null : openEnvelope(bytes);
  assert(bytes !== undefined && envelope?.ok, `a package has a readable ${name}`);
  // `cut` counts quotation marks, so the file must be written as we write it.
  assert(sameBytes(bytes, encodeEnvelope(writtenForm(envelope.value))), `${name} is one line of JSON in our order`);
  const stem = name.replace('.dsse.json', '');
  const type = envelope.value.payloadType;
  const size = `"$(wc -c < ${stem}.payload | tr -d ' ')"`;
  return [
    `cut -d'"' -f8 ${name} | base64 -d > ${stem}.payload`,
    `{ printf 'DSSEv1 ${type.length} ${type} %s ' ${size}; cat ${stem}.payload; } > ${stem}.signed`,
    ...envelope.value.signatures.flatMap(({ keyid }, i) => [
      `cut -d'"' -f${18 + 8 * i} ${name} | base64 -d > ${stem}.sig${i + 1}`,
      `openssl pkeyutl -verify -pubin -inkey keys/${keyid}.pem ${OPTIONS[suiteOf(files, keyid)]} -in ${stem}.signed -sigfile ${stem}.sig${i + 1}`,
    ]),
  ];
}

const writtenForm = ({ payloadType, payload, signatures }: OpenEnvelope) => ({
  payloadType,
  payload: toBase64(payload),
  signatures: [...signatures],
});

function suiteOf(files: ReadonlyMap<string, Uint8Array>, keyid: string): Suite {
  const pem = files.get(`keys/${keyid}.pem`);
  const key = pem === undefined ? null : parsePublicKeyPem(fromUtf8(pem));
  assert(key?.ok, `a package has the key of every signer: ${keyid}`);
  return key.value.suite;
}
