/** English hints for the demo office; its people keep their Thai names. */
import { demo as thai } from '../th/demo.ts';

export const demo: typeof thai = {
  ...thai,
  ready: (url, sentence) =>
    `\nOpen in your browser: ${url}\nType as Somsri: ${sentence}\nthen tap “บันทึก”; after that type “สรุป” as Prasert\n`,
  portTaken: (port) =>
    `Port ${port} is in use by another program. Stop it, or set PORT to another number in .env, such as PORT=3001`,
  readyForLine: (url) => `\nReady for messages from LINE. Webhook address: ${url}\n`,
};
