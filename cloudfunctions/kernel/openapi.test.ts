import Ajv2020 from 'ajv/dist/2020'
import { implementations } from '../api/implementations'
import { describeApi } from './openapi'
import { refusals } from './refusals'

const actions = implementations.map(({ action }) => action)
const description = JSON.parse(JSON.stringify(describeApi(actions)))
const operationOf = (name: string) => description.paths[`/api/${name}`].post

/** What OpenAPI 3.1 asks of the parts that are used here (https://spec.openapis.org/oas/v3.1.0). */
const media = { type: 'object', required: ['application/json'], additionalProperties: { type: 'object', required: ['schema'] } }
const request = { type: 'object', minProperties: 1, maxProperties: 1, additionalProperties: { type: 'object', required: ['schema'] } }
const structure = {
  type: 'object',
  required: ['openapi', 'info', 'paths'],
  additionalProperties: false,
  properties: {
    openapi: { const: '3.1.0' },
    info: {
      type: 'object',
      required: ['title', 'version'],
      additionalProperties: false,
      properties: {
        title: { type: 'string' },
        version: { type: 'string' },
        license: { type: 'object', required: ['name'], properties: { name: { type: 'string' }, identifier: { type: 'string' } } },
      },
    },
    components: {
      type: 'object',
      properties: {
        securitySchemes: {
          type: 'object',
          additionalProperties: { type: 'object', required: ['type', 'scheme'], properties: { type: { const: 'http' } } },
        },
      },
    },
    paths: {
      type: 'object',
      propertyNames: { pattern: '^/' },
      additionalProperties: {
        type: 'object',
        required: ['post'],
        additionalProperties: false,
        properties: {
          post: {
            type: 'object',
            required: ['operationId', 'responses', 'requestBody'],
            additionalProperties: false,
            patternProperties: { '^x-': {} },
            properties: {
              operationId: { type: 'string' },
              tags: { type: 'array', items: { type: 'string' } },
              security: { type: 'array', items: { type: 'object', additionalProperties: { type: 'array' } } },
              parameters: {
                type: 'array',
                items: {
                  type: 'object',
                  required: ['name', 'in', 'schema'],
                  properties: { in: { enum: ['query'] }, required: { type: 'boolean' } },
                },
              },
              requestBody: { type: 'object', required: ['content'], properties: { content: request, required: { type: 'boolean' } } },
              responses: {
                type: 'object',
                propertyNames: { pattern: '^[1-5][0-9][0-9]$' },
                additionalProperties: {
                  type: 'object',
                  required: ['description'],
                  properties: { description: { type: 'string', minLength: 1 }, content: media },
                },
              },
            },
          },
        },
      },
    },
  },
}

it('is OpenAPI 3.1 in its structure', () => {
  const ajv = new Ajv2020({ strict: false })
  expect(ajv.validate(structure, description) ? [] : ajv.errors).toEqual([])
})

it('describes every action, each under a name of its own', () => {
  expect(Object.keys(description.paths)).toEqual(actions.map(({ name }) => `/api/${name}`))
  expect(new Set(actions.map(({ name }) => operationOf(name).operationId)).size).toBe(actions.length)
})

it('refers to security schemes that exist, and only sign-in, welcome and the public card are open', () => {
  const open = actions.map(({ name }) => name).filter((name) => !operationOf(name).security)
  expect(open.sort()).toEqual([
    'organisation.activate',
    'organisation.bindByPhone',
    'organisation.signIn',
    'organisation.signInByWechat',
    'organisation.welcome',
    'showcase.leaveWord',
    'showcase.publicCard',
  ])
  for (const { name } of actions) {
    for (const scheme of operationOf(name).security ?? []) {
      for (const key of Object.keys(scheme)) expect(description.components.securitySchemes).toHaveProperty(key)
    }
  }
})

it('describes an upload as a body of bytes with its input in the address', () => {
  const { parameters, requestBody, responses } = operationOf('files.upload')
  expect(parameters).toMatchObject([
    { name: 'name', in: 'query', required: true, schema: { type: 'string' } },
    { name: 'requestId', in: 'query', required: false, schema: { type: 'string' } },
  ])
  expect(requestBody).toEqual({ required: true, content: { 'application/octet-stream': { schema: {} } } })
  expect(responses[422].description).toContain(refusals.FILE_TYPE_REFUSED)
})

describe.each(actions.filter(({ takes }) => takes !== 'file'))('$name', (action) => {
  const { requestBody, responses } = operationOf(action.name)
  const ajv = new Ajv2020({ strict: false, formats: { uuid: true, 'date-time': true } })
  const schemas = [requestBody, ...Object.values<{ content: typeof requestBody.content }>(responses)].map(
    ({ content }) => content['application/json'].schema,
  )

  it('is described by schemas that are valid JSON Schema 2020-12', () => {
    for (const schema of schemas) expect(ajv.validateSchema(schema) || ajv.errors).toBe(true)
  })

  it('names each of its refusals under the status it comes with', () => {
    for (const code of action.refusals) {
      expect(responses[422].content['application/json'].schema.properties.error.properties.code.enum).toContain(code)
      expect(responses[422].description).toContain(refusals[code])
    }
  })

  it('takes no key that is not described, and gives an idempotency key to writes alone', () => {
    const { schema } = requestBody.content['application/json']
    expect(schema.additionalProperties).toBe(false)
    expect('requestId' in schema.properties).toBe(action.effect === 'write')
    expect(action.input.safeParse({ surplus: 1 }).success).toBe(false)
  })
})
