/** The chat page's files: script and style bundled in memory, the HTML shell, the fonts; served by the simulator's router. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

export interface Bundle {
  script: string;
  style: string;
}

let bundle: Promise<Bundle> | null = null;

async function bundlePage(): Promise<Bundle> {
  const page = fileURLToPath(new URL('page', import.meta.url));
  const { outputFiles } = await build({
    entryPoints: [path.join(page, 'main.tsx'), path.join(page, 'style.css')],
    bundle: true,
    write: false,
    outdir: page,
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['/simulator/*'],
    logLevel: 'silent',
  });
  const all = (ending: string): string =>
    outputFiles
      .filter((file) => file.path.endsWith(ending))
      .map((file) => file.text)
      .join('\n');
  return { script: all('.js'), style: all('.css') };
}

/** @returns the bundle, made once; a failed attempt is made again at the next call. */
export function pageBundle(): Promise<Bundle> {
  bundle ??= bundlePage().catch((error: unknown) => {
    bundle = null;
    throw error;
  });
  return bundle;
}

/** @param nonce of this answer's content security policy. @returns the page's HTML. */
export function pageHtml(nonce: string): string {
  return `<!doctype html>
<html lang="th">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>LINE simulator</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" nonce="${nonce}" href="/simulator/page.css">
<script type="module" nonce="${nonce}" src="/simulator/page.js"></script>
</head>
<body><div id="app"></div></body>
</html>
`;
}

/** @returns the policy under which only our own script and style run. */
export function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "img-src 'self' data: blob: https: http://localhost:* http://127.0.0.1:*",
    "media-src 'self' https:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const FONT = /^Sarabun_(\d{3}[A-Za-z]+)(_Italic)?\.ttf$/;

/** @param name as the package names its files: `Sarabun_400Regular.ttf`. @returns its bytes, or null. */
export async function fontFile(name: string): Promise<Buffer | null> {
  const match = FONT.exec(name);
  if (!match) return null;
  const root = path.dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'),
  );
  return readFile(path.join(root, `${match[1]}${match[2] ?? ''}`, name)).catch(() => null);
}
