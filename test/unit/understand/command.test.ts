/** The understand command as an administrator uses it: one text, flags, and clear answers to bad ones. */
import { expect, test } from 'vitest';
import { runScript } from '../../../scripts/cli.ts';
import { understandScript } from '../../../scripts/understand.ts';

async function run(...argv: string[]): Promise<{ exit: number; out: string; err: string }> {
  const lines = { out: [] as string[], err: [] as string[] };
  const exit = await runScript(understandScript, argv, {
    log: (text) => void lines.out.push(text),
    error: (text) => void lines.err.push(text),
    ask: async () => null,
  });
  return { exit, out: lines.out.join('\n'), err: lines.err.join('\n') };
}

test('prints one JSON line in the order of the contract, money in baht', async () => {
  const { exit, out } = await run('--today', '2021-03-15', '1.2 1) เสร็จแล้วเมื่อวานค่ะ ใช้งบ 28,500.50 บาท');
  expect(exit).toBe(0);
  expect(out).toBe(
    '{"id":null,"intent":"report","activity":"1.2.1","status":"completed","percent":null,"actual":null,"spent":28500.5,"obstacle":null,"suggestion":null,"result":null,"date":"2021-03-14","ambiguous":false}',
  );
});

test('explains each field by the words it came from', async () => {
  const { out } = await run('--json', '--explain', '1.4.1 คืบหน้า 45% ปัญหา: วิทยากรติดภารกิจ');
  expect(JSON.parse(out)).toMatchObject({
    percent: 45,
    because: { activity: ['1.4.1'], percent: ['คืบหน้า 45%'], obstacle: ['วิทยากรติดภารกิจ'] },
  });
});

test('prints what would be sent to the assistant, without people, and whether it would be asked', async () => {
  const { out } = await run('--json', '--assistant-prompt', 'งานประชุมเสร็จแล้ว ถามคุณสมชายได้ที่ 081-234-5678');
  expect(JSON.parse(out)).toMatchObject({
    asked: true,
    body: { messages: [{ role: 'system' }, { role: 'user' }] },
  });
  expect(out).not.toMatch(/สมชาย|5678/);
  const clear = await run('--json', '--assistant-prompt', '1.2 1) เสร็จแล้วค่ะ');
  expect(JSON.parse(clear.out)).toMatchObject({ asked: false });
});

test('reads another plan', async () => {
  const { out } = await run('--plan', 'test/fixtures/understand/plan-b.json', 'ง.(3) งดจัดครับ');
  expect(JSON.parse(out)).toMatchObject({ activity: '4.3', status: 'cancelled' });
});

test.each([
  [['--today', '2021-02-30', 'x'], 2],
  [['--nonsense', 'x'], 2],
  [['one', 'two'], 2],
  [['--plan', 'no-such-file.json', 'x'], 1],
  [['--plan', 'package.json', 'x'], 1],
] as const)('%j is refused with exit code %i and a reason', async (argv, code) => {
  const { exit, out, err } = await run(...argv);
  expect([exit, out]).toEqual([code, '']);
  expect(err).not.toBe('');
});
