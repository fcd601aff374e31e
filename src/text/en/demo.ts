/** English hints for the demo office; its people keep their Thai names. */
import { demo as thai } from '../th/demo.ts';

export const demo: typeof thai = {
  ...thai,
  ready: (url, sentence) =>
    `\nOpen in your browser: ${url}\n${
      sentence === null
        ? 'Make an invite with npm run invite, then type “ลงทะเบียน” and its code as anybody'
        : `Type as Somsri: ${sentence}\nthen tap “บันทึก”; after that type “สรุป” as Prasert`
    }\nWith your office’s own LINE account: press Ctrl+C and type npm run set-up; everything else is done in the browser.\n`,
  portTaken: (port) =>
    `Port ${port} is in use by another program. Stop it, or set PORT to another number in .env, such as PORT=3001`,
  hostNotHere: (host) =>
    `This machine has no address ${host}. Set HOST in .env to 127.0.0.1, or to 0.0.0.0 to let other machines in.`,
  portForbidden: (port) =>
    `The system does not allow port ${port} (those below 1024 are mostly reserved). Set PORT in .env to another number, such as PORT=3000.`,
  linksStayHere: (url) =>
    `Warning: PUBLIC_URL is ${url}, so links to files and reports in chat will not open on a phone. Set PUBLIC_URL in .env to this machine's https:// address.`,
  mixed: {
    'trial-with-line': (offices, directory) =>
      `This database holds an office of a trial (${offices}) with made-up people, which does not go with a real LINE account.\n` +
      (directory === null
        ? 'Let MONGODB_URI name a new, empty database, then start again and import the plan.'
        : `Stop the program and type npm run set-up, which moves the trial out of ${directory}; or delete that directory and start again.`),
    'office-with-simulator': (offices, directory) =>
      `This database holds an office in earnest (${offices}), but LINE is not set up. The simulator does not start here, so that no message of real people is lost.\n` +
      'Type npm run set-up to connect LINE in the browser, or set LINE_CHANNEL_SECRET and LINE_CHANNEL_ACCESS_TOKEN in .env, or, to try something out, let ' +
      (directory === null ? 'MONGODB_URI name another database.' : 'DATA_DIR name another directory.'),
  },
  trialMoved: (directory) => `\nThe trial’s data are in ${directory} now; this starts with none.\n`,
  setUp: (url) => `\nSet up in the browser (opens once, within an hour): ${url}\n`,
  pagesAt: (url) => `\nStarted at ${url}\n`,
  readyForLine: (url) => `\nReady for messages from LINE. Webhook address: ${url}\n`,
};
