/** Writes .env.example from the schema that checks the environment; run it after a variable was added. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { environmentSchema, VARIABLES } from '../src/config-schema.ts';
import { texts } from '../src/text/index.ts';

/** Defaults that are not one value, or are decided elsewhere than in the schema. */
const DEFAULTS: Partial<Record<(typeof VARIABLES)[number], string>> = {
  PUBLIC_URL: 'http://localhost:3000',
  MONGODB_URI: 'embedded',
  LINE_API_URL: 'https://api.line.me',
  LINE_DATA_API_URL: 'https://api-data.line.me',
};

/** @returns the whole file: each variable with its meaning in both languages and its default. */
export function envExample(): string {
  const thai = texts('th').config;
  const english = texts('en').config;
  const blocks = VARIABLES.map((variable) => {
    const given = environmentSchema.shape[variable].safeParse(undefined);
    const value = DEFAULTS[variable] ?? (given.success && given.data !== undefined ? String(given.data) : '');
    return [
      `# ${environmentSchema.shape[variable].description}`,
      `# ${english.variables[variable].means}`,
      `#${variable}=${value}`,
    ].join('\n');
  });
  return `${[`# ${thai.example.head}\n# ${english.example.head}`, ...blocks].join('\n\n')}\n`;
}

if (import.meta.main) {
  writeFileSync(fileURLToPath(new URL('../.env.example', import.meta.url)), envExample());
}
