import { access } from './access'
import { type Action, toJSONSchema } from './contract'
import { type RefusalCode, refusals, statusOf } from './refusals'

const envelopeCodes: RefusalCode[] = ['INVALID_INPUT', 'NOT_ALLOWED', 'NOT_FOUND', 'CONFLICT', 'TOO_LARGE', 'TOO_MANY_REQUESTS', 'INTERNAL']

/** OpenAPI 3.1 of every action, made from the contracts: what to send, what comes back, how it may refuse. */
export function describeApi(actions: Action[]) {
  return {
    openapi: '3.1.0',
    info: { title: 'Sanliang 三亮', version: '1', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    paths: Object.fromEntries(actions.map((action) => [`/api/${action.name}`, { post: describeAction(action) }])),
  }
}

function describeAction(action: Action) {
  const open = access.get(action.name)?.has('anyone')
  const codes = [...envelopeCodes, ...(open ? [] : (['NOT_SIGNED_IN'] as const)), ...action.refusals]
  const statuses = [...new Set(codes.map(statusOf))].sort()
  return {
    operationId: action.name,
    tags: [action.name.split('.')[0]],
    'x-effect': action.effect,
    ...(open ? {} : { security: [{ session: [] }] }),
    ...(action.takes === 'file' ? fileRequest(action) : jsonRequest(action)),
    responses: {
      200: { description: 'OK', content: { 'application/json': { schema: success(action) } } },
      ...Object.fromEntries(statuses.map((status) => [status, refusal(codes.filter((code) => statusOf(code) === status))])),
    },
  }
}

const jsonRequest = ({ input }: Action) => ({
  requestBody: { content: { 'application/json': { schema: toJSONSchema(input, { io: 'input' }) } } },
})

function fileRequest({ input }: Action) {
  const { properties = {}, required = [] } = toJSONSchema(input, { io: 'input' })
  return {
    parameters: Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema })),
    // Binary content has no schema of its own (OpenAPI 3.1, 4.8.14.3).
    requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } },
  }
}

const success = (action: Action) => ({
  type: 'object',
  required: ['ok', 'data'],
  properties: { ok: { const: true }, data: toJSONSchema(action.output) },
})

const refusal = (codes: RefusalCode[]) => ({
  description: codes.map((code) => `${code}：${refusals[code]}`).join('\n'),
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['ok', 'error'],
        properties: {
          ok: { const: false },
          error: {
            type: 'object',
            required: ['code', 'message'],
            properties: {
              code: { enum: codes },
              message: { type: 'string' },
              fields: { type: 'object', additionalProperties: { type: 'string' } },
              requestId: { type: 'string' },
            },
          },
        },
      },
    },
  },
})
