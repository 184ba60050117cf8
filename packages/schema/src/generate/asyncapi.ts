import { EVENTS, type EventType } from '../events/registry'
import { RegionCode, ZoneCode } from '../codes'
import { MAX_EVENT_BYTES, regionTopic, TOPIC_SETTINGS, type TopicKind, zoneTopic } from '../topics'
import { headerSchema, schemaFile } from './json-schema'

/** The channels: an address template, who may write, and what it is about. */
const CHANNELS = {
  target: {
    address: regionTopic('{region}', 'target'),
    title: '目标进展',
    writers: 'the region itself and the relay of the web',
    owner: 'region',
  },
  project: {
    address: regionTopic('{region}', 'project'),
    title: '项目进展',
    writers: 'the region itself and the relay of the web',
    owner: 'region',
  },
  meeting: {
    address: zoneTopic('{zone}', 'meeting'),
    title: '联席会议意见',
    writers: 'the relay only; regions may read their zone’s',
    owner: 'zone',
  },
  plan: {
    address: zoneTopic('{zone}', 'plan'),
    title: '规划、清单与报告期',
    writers: 'the relay only; regions may read their zone’s',
    owner: 'zone',
  },
} satisfies Record<TopicKind, { address: string; title: string; writers: string; owner: 'region' | 'zone' }>

const KINDS: TopicKind[] = ['target', 'project', 'meeting', 'plan']
const TYPES = Object.keys(EVENTS).filter((type): type is EventType => type in EVENTS)
const typesOn = (kind: TopicKind) => TYPES.filter((type) => EVENTS[type].topic === kind)
const ref = (pointer: string) => ({ $ref: `#/${pointer}` })

const PARAMETERS = {
  region: { description: RegionCode.meta()?.description ?? '', examples: ['510400', '510402', '510403', '513400'] },
  zone: { description: ZoneCode.meta()?.description ?? '', examples: ['Z-PX'] },
}

function channel(kind: TopicKind) {
  const { address, title, writers, owner } = CHANNELS[kind]
  return {
    address,
    title,
    description: `Written by ${writers}. One partition: the greatest offset wins.`,
    servers: [ref('servers/kafka')],
    parameters: { [owner]: PARAMETERS[owner] },
    messages: Object.fromEntries(typesOn(kind).map((type) => [type, ref(`components/messages/${type}`)])),
    bindings: {
      kafka: {
        partitions: 1,
        topicConfiguration: {
          'cleanup.policy': ['delete'],
          'retention.ms': Number(TOPIC_SETTINGS['retention.ms']),
          'max.message.bytes': Number(TOPIC_SETTINGS['max.message.bytes']),
          'compression.type': TOPIC_SETTINGS['compression.type'],
          'message.timestamp.type': TOPIC_SETTINGS['message.timestamp.type'],
        },
        bindingVersion: '0.5.0',
      },
    },
  }
}

function message(type: EventType) {
  return {
    name: type,
    title: EVENTS[type].title,
    contentType: 'application/json',
    description: `At most ${MAX_EVENT_BYTES} bytes of data.`,
    headers: headerSchema(type),
    payload: { $ref: `./${schemaFile(type)}` },
    bindings: {
      kafka: {
        key: { type: 'string', description: 'the event’s subject, equal to the header ce_subject' },
        bindingVersion: '0.5.0',
      },
    },
  }
}

/** Both voices on a topic, seen from Lianxi: its relay sends, its worker receives. */
function operations(kind: TopicKind) {
  const shared = {
    channel: ref(`channels/${kind}`),
    messages: typesOn(kind).map((type) => ref(`channels/${kind}/messages/${type}`)),
  }
  const groupId = { type: 'string', const: 'lianxi-worker' }
  return {
    [`send-${kind}`]: { action: 'send', summary: 'relay: outbox → topic', ...shared },
    [`receive-${kind}`]: {
      action: 'receive',
      summary: 'worker: topic → board',
      ...shared,
      bindings: { kafka: { groupId, bindingVersion: '0.5.0' } },
    },
  }
}

/** The whole of Lianxi's traffic as AsyncAPI 3.0; payloads are the schema files beside it. */
export function asyncApi() {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Lianxi 联席',
      version: '1.0.0',
      description:
        'Reports, verdicts, lists and periods of a zone’s joint meeting. CloudEvents 1.0 in Kafka’s binary mode. ' +
        'A region’s own system may write its region’s topics with the region’s credential, where its channel is 系统直报.',
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{host}:{port}',
        protocol: 'kafka-secure',
        description: 'SASL_SSL wherever a network is crossed; the local stack speaks SASL_PLAINTEXT on loopback.',
        variables: { host: { default: 'localhost' }, port: { default: '9092' } },
        security: [ref('components/securitySchemes/scram')],
      },
    },
    channels: Object.fromEntries(KINDS.map((kind) => [kind, channel(kind)])),
    operations: Object.fromEntries(KINDS.flatMap((kind) => Object.entries(operations(kind)))),
    components: {
      messages: Object.fromEntries(TYPES.map((type) => [type, message(type)])),
      securitySchemes: {
        scram: { type: 'scramSha512', description: 'principals region-<code>-a and region-<code>-b, one at a time' },
      },
    },
  }
}
