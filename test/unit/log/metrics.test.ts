/** What GET /metrics says after the workers called in. */
import { expect, it } from 'vitest';
import { createMetrics } from '../../../src/metrics.ts';

it('counts what it is told, each set by itself', async () => {
  const metrics = createMetrics();
  metrics.webhookEvents('stored', 3);
  metrics.webhookEvents('duplicate');
  metrics.eventProcessed('done', 0.2);
  metrics.messageSent('reply', 'sent', 0.03);
  metrics.queueDepth('outbox', 7, 12.5);
  metrics.quota(120, 300, 4);
  metrics.lineApiError('push', 429);
  metrics.deadLetter('inbox');

  const text = await metrics.text();
  for (const line of [
    'kuebna_webhook_events_total{result="stored"} 3',
    'kuebna_webhook_events_total{result="duplicate"} 1',
    'kuebna_event_processing_seconds_bucket{le="0.25",result="done"} 1',
    'kuebna_event_processing_seconds_bucket{le="0.1",result="done"} 0',
    'kuebna_send_seconds_count{kind="reply",result="sent"} 1',
    'kuebna_queue_depth{queue="outbox"} 7',
    'kuebna_queue_oldest_seconds{queue="outbox"} 12.5',
    'kuebna_quota_used 120',
    'kuebna_quota_limit 300',
    'kuebna_quota_held_back 4',
    'kuebna_line_api_errors_total{endpoint="push",status="429"} 1',
    'kuebna_dead_letters_total{queue="inbox"} 1',
  ]) {
    expect(text).toContain(`${line}\n`);
  }
  expect(text).toMatch(/^process_resident_memory_bytes \d{7,}$/m);
  expect(await createMetrics().text()).not.toContain('result="stored"');
});

it('has a number for a quota without limit', async () => {
  const metrics = createMetrics();
  metrics.quota(1, null, 0);
  expect(await metrics.text()).toContain('kuebna_quota_limit +Inf');
});
