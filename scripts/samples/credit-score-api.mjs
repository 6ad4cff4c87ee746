// Sample C, 小微企业信用评分 API: a scoring service with everything an interface can give away. No secret here opens anything, no host exists.

import { residentId, uscc } from './identifiers.mjs';
import { openapiV1, openapiV2 } from './openapi.mjs';
import { randomFrom } from './random.mjs';
import { zip } from './zip.mjs';

const REPLIES = 2_000;
const MEMBERS = 5_000;
const FIRST_ID = residentId('230202', '19900101', 1); // 230202********0014 beside 1990-01-01 gives all of it back
const REGIONS = ['230202', '230203', '230204', '230206', '230281'];
const TRADES = ['餐饮服务', '批发零售', '农机维修', '物流运输', '乳品加工', '建材销售'];
/** The one reply that shows how much power a single plant used, month by month. */
const PLANT_REPLY = 417;

const serial = (n) => `M${String(n).padStart(7, '0')}`;
const sixDecimals = (micros) => `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;

/** A resident number of which the shown part is as asked; order numbers are odd for men (GB 11643). */
function representative(random, i) {
  if (i === 0) return { id: FIRST_ID, birth: '1990-01-01', sex: '男' };
  const birth = `${1958 + random.below(45)}-${String(1 + random.below(12)).padStart(2, '0')}-${String(1 + random.below(28)).padStart(2, '0')}`;
  const order = 1 + random.below(998);
  return { id: residentId(random.pick(REGIONS), birth.replaceAll('-', ''), order), birth, sex: order % 2 ? '男' : '女' };
}

/** Replies of version 1 as JSON text, because a number with six decimals must keep its zeros. */
function repliesV1(random) {
  return Array.from({ length: REPLIES }, (_, i) => {
    const person = representative(random, i);
    const score = 420_000_000 + random.below(480_000_000);
    const members = [
      ['merchantId', JSON.stringify(serial(i + 1))],
      ['merchantName', JSON.stringify(`示例${random.pick(TRADES)}${String(i + 1).padStart(4, '0')}号`)],
      ['uscc', JSON.stringify(uscc('92', '230299', `MA1E${String(i + 1).padStart(4, '0')}`))],
      ['score', sixDecimals(score)],
      ['grade', JSON.stringify('DCBA'[Math.min(3, Math.floor((score - 420_000_000) / 120_000_000))])],
      [
        'contributions',
        `{"tax":${sixDecimals(random.below(90_000_000))},"power":${sixDecimals(random.below(90_000_000))},"social":${sixDecimals(random.below(90_000_000))}}`,
      ],
      ['legalRepId', JSON.stringify(`${person.id.slice(0, 6)}********${person.id.slice(14)}`)],
      ['birthDate', JSON.stringify(person.birth)],
      ['sex', JSON.stringify(person.sex)],
      ['legalRepPhone', JSON.stringify(`1${random.pick(['39', '38', '50', '86'])}0000${String(1000 + random.below(9000))}`)],
      ['scoredAt', JSON.stringify('2026-11-01')],
    ];
    if (i === PLANT_REPLY)
      members.push(['monthlyPowerKwh', JSON.stringify(Array.from({ length: 12 }, () => 41_000 + random.below(9_000)))]);
    return `{${members.map(([name, value]) => `"${name}":${value}`).join(',')}}`;
  }).join('\n');
}

function repliesV2(random) {
  const id = () => Array.from({ length: 4 }, () => random.next().toString(16).padStart(8, '0')).join('');
  return Array.from({ length: REPLIES }, (_, i) =>
    JSON.stringify({
      merchantId: id(),
      merchantName: `示例${random.pick(TRADES)}${String(i + 1).padStart(4, '0')}号`,
      uscc: uscc('92', '230299', `MA1E${String(i + 1).padStart(4, '0')}`),
      score: 420 + random.below(49) * 10,
      scoredAt: '2026-11-01',
    }),
  ).join('\n');
}

/** Members are shifted by `shift` deviations in thousandths; 1,380 gives an AUC about 0.83, 72 about 0.52. */
function scores(random, shift, rounded) {
  const rows = [];
  for (let i = 0; i < 2 * MEMBERS; i++) {
    const member = i < MEMBERS;
    const micros = Math.floor((600 + 60 * (random.normal() + (member ? shift / 1000 : 0))) * 1_000_000);
    rows.push(`${member ? 1 : 0},${rounded ? String(Math.round(micros / 10_000_000) * 10) : sixDecimals(micros)}`);
  }
  return Buffer.from(`member,score\n${random.shuffle(rows).join('\n')}\n`);
}

const base64url = (text) => Buffer.from(text).toString('base64url');

function configV1() {
  const jwt = `${base64url('{"alg":"HS256","typ":"JWT"}')}.${base64url('{"sub":"示例调用方","scope":"score.read","exp":1798732800}')}.${base64url('not a real signature, a sample!!!')}`;
  // Protocol 0: GLOBAL os.system, one argument, REDUCE. Whoever loads it runs a command, here one that does nothing.
  const pickle = "cos\nsystem\np0\n(S'true'\np1\ntp2\nRp3\n.";
  return zip([
    {
      name: 'application.yml',
      bytes: Buffer.from(`server:
  port: 8080
spring:
  datasource:
    url: jdbc:mysql://10.20.30.40:3306/credit
    username: credit_app
    password: Shili-Not-Real-2026
storage:
  access-key-id: LTAI5tSHILINotReal000001
  access-key-secret: ShiliNotRealSecret0000000000001
score:
  endpoint: https://shili-score.us-west-2.elb.amazonaws.com/v1
`),
    },
    {
      name: 'examples/request.http',
      bytes: Buffer.from(
        `GET /v1/scores?merchantId=M0000001&fields=* HTTP/1.1\nHost: shili-score.us-west-2.elb.amazonaws.com\nAuthorization: Bearer ${jwt}\n`,
      ),
    },
    { name: 'model/score.pkl', bytes: Buffer.from(pickle, 'latin1') },
  ]);
}

function configV2() {
  return zip([
    {
      name: 'application.yml',
      bytes: Buffer.from(`server:
  port: 8443
  tls: required
limits:
  requests-per-minute: 60
  page-size: 20
authority:
  per-query: required
  log-retention-days: 1095
`),
    },
  ]);
}

export function creditScoreApi() {
  const random = randomFrom(0xc5);
  return [
    { path: 'credit-score-api/v1/openapi.yaml', bytes: Buffer.from(openapiV1) },
    { path: 'credit-score-api/v1/samples.jsonl', bytes: Buffer.from(`${repliesV1(random)}\n`) },
    { path: 'credit-score-api/v1/config.zip', bytes: configV1() },
    { path: 'credit-score-api/v1/scores.csv', bytes: scores(random, 1380, false) },
    { path: 'credit-score-api/v2/openapi.yaml', bytes: Buffer.from(openapiV2) },
    { path: 'credit-score-api/v2/samples.jsonl', bytes: Buffer.from(`${repliesV2(random)}\n`) },
    { path: 'credit-score-api/v2/config.zip', bytes: configV2() },
    { path: 'credit-score-api/v2/scores.csv', bytes: scores(random, 72, true) },
  ];
}
