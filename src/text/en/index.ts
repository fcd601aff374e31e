/** All sentences of this language, by area. */
export { admin } from './admin.ts';
export { api } from './api.ts';
export { cards } from './cards.ts';
export { chat } from './chat.ts';
export { config } from './config.ts';
export { console } from './console.ts';
export { demo } from './demo.ts';
export { files } from './files.ts';
export { form } from './form.ts';
export { managing } from './managing.ts';
export { official } from './official.ts';
export { operators } from './operators.ts';
export { publication } from './publication.ts';
export { reminders } from './reminders.ts';
export { reports } from './reports.ts';
export { web } from './web.ts';
export { words } from './words.ts';
