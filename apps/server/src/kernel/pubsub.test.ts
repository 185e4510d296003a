import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBeside, openSchool } from '../../test/harness.ts';
import { publish, type Topic } from './pubsub.ts';

const school = await openSchool();
const other = await openBeside(school);
const entityManager = () => school.services.orm.em.fork();

/** Everything of a topic that a process hears. */
function heardBy({ services }: typeof school, topic: Topic<string>): (string | null)[] {
  const heard: (string | null)[] = [];
  services.pubsub.on(topic, (event) => heard.push(event));
  return heard;
}

const topicOf = (name: string): Topic<string> => ({ name, rule: z.string().min(1) });

test('all processes hear of what is committed, in its order, and of nothing else', async () => {
  const topic = topicOf('committed');
  const [here, there] = [heardBy(school, topic), heardBy(other, topic)];
  const undone = entityManager().transactional(async (em) => {
    await publish(em, topic, 'undone');
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await entityManager().transactional(async (em) => {
    await publish(em, topic, 'first');
    await publish(em, topic, 'second');
    expect(here).toEqual([]);
  });
  for (const heard of [here, there]) await expect.poll(() => heard).toEqual(['first', 'second']);
});

test('nobody hears of another topic, nor after they stopped', async () => {
  const [topic, another] = [topicOf('one'), topicOf('another')];
  const heard = heardBy(school, topic);
  const stopped: unknown[] = [];
  school.services.pubsub.on(topic, (event) => stopped.push(event))();
  await publish(entityManager(), another, 'elsewhere');
  await publish(entityManager(), topic, 'here');
  await expect.poll(() => heard).toEqual(['here']);
  expect(stopped).toEqual([]);
});

test('what is no event is passed over', async () => {
  const topic = topicOf('checked');
  const heard = heardBy(school, topic);
  const em = entityManager();
  for (const payload of ['nonsense', '{}', '{"topic":"checked"}', '{"topic":"checked","event":""}', '{"topic":"checked","event":7}']) {
    await em.execute(`select pg_notify('cursus', ?)`, [payload]);
  }
  await publish(em, topic, 'good');
  await expect.poll(() => heard).toEqual(['good']);
});
