// The interface descriptions of sample C.

export const openapiV1 = `openapi: 3.0.3
info:
  title: 小微企业信用评分 API
  version: '1.0'
  description: 按商户编号返回信用评分。
servers:
  - url: https://shili-score.us-west-2.elb.amazonaws.com/v1
paths:
  /scores:
    get:
      operationId: getScore
      parameters:
        - { name: merchantId, in: query, required: true, schema: { type: string, pattern: '^M[0-9]{7}$' }, example: M0000001 }
        - { name: fields, in: query, required: false, schema: { type: string, default: '*' }, description: 返回的字段，* 为全部 }
      responses:
        '200': { description: 评分, content: { application/json: { schema: { $ref: '#/components/schemas/Score' } } } }
  /scores/list:
    get:
      operationId: listScores
      parameters:
        - { name: page, in: query, schema: { type: integer, minimum: 1 } }
        - { name: pageSize, in: query, schema: { type: integer, minimum: 1 }, description: 每页条数，不限 }
      responses:
        '200': { description: 评分列表, content: { application/json: { schema: { type: array, items: { $ref: '#/components/schemas/Score' } } } } }
components:
  schemas:
    Score:
      type: object
      properties:
        merchantId: { type: string }
        merchantName: { type: string }
        uscc: { type: string }
        score: { type: number, description: 保留六位小数 }
        grade: { type: string }
        contributions: { type: object, additionalProperties: { type: number } }
        legalRepId: { type: string }
        birthDate: { type: string, format: date }
        sex: { type: string }
        legalRepPhone: { type: string }
        monthlyPowerKwh: { type: array, items: { type: integer } }
        scoredAt: { type: string, format: date }
`;

export const openapiV2 = `openapi: 3.0.3
info:
  title: 小微企业信用评分 API
  version: '2.0'
  description: 经被查询企业逐次授权，返回该企业的信用评分。每个调用方每分钟不超过 60 次。
servers:
  - url: https://score.shili-qqhr.example/v2
security:
  - callerCertificate: []
    queryAuthority: []
paths:
  /scores/{merchantId}:
    get:
      operationId: getScore
      x-rate-limit: { requests: 60, per: minute }
      parameters:
        - { name: merchantId, in: path, required: true, schema: { type: string, pattern: '^[0-9a-f]{32}$' } }
      responses:
        '200': { description: 评分, content: { application/json: { schema: { $ref: '#/components/schemas/Score' } } } }
        '403': { description: 授权凭证缺失、过期或不属于该企业 }
        '429': { description: 超过频次 }
components:
  securitySchemes:
    callerCertificate: { type: mutualTLS, description: 调用方证书 }
    queryAuthority: { type: apiKey, in: header, name: X-Query-Authority, description: 被查询企业对本次查询的授权凭证，一次有效 }
  schemas:
    Score:
      type: object
      properties:
        merchantId: { type: string }
        merchantName: { type: string }
        uscc: { type: string }
        score: { type: integer, multipleOf: 10 }
        scoredAt: { type: string, format: date }
`;
