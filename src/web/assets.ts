/** The pages' own files: scripts and style bundled in memory, the HTML around them, the font; routes.ts serves them. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Language } from '../domain/member.ts';
import { tokensCss } from './tokens.ts';

/** Pages that run a script, each made from `page/NAME.tsx`. */
const PAGES = ['form', 'dashboard', 'console', 'offices'] as const;
export type PageName = (typeof PAGES)[number];

interface Bundle {
  /** By name in its address. */
  files: Map<string, Buffer>;
  /** Names of each page's script, and of the style all share. */
  script: Record<string, string>;
  style: string;
}

let bundle: Promise<Bundle> | null = null;

async function bundlePages(): Promise<Bundle> {
  const folder = fileURLToPath(new URL('page', import.meta.url));
  const { outputFiles, metafile } = await build({
    entryPoints: [...PAGES.map((name) => path.join(folder, `${name}.tsx`)), path.join(folder, 'style.css')],
    bundle: true,
    write: false,
    metafile: true,
    splitting: true,
    outdir: folder,
    entryNames: '[name]-[hash]',
    chunkNames: 'part-[hash]',
    format: 'esm',
    target: 'es2022',
    minify: true,
    jsx: 'automatic',
    jsxImportSource: 'preact',
    external: ['/web/*'],
    logLevel: 'silent',
  });
  const made: Bundle = { files: new Map(), script: {}, style: '' };
  for (const { path: file, contents } of outputFiles) {
    if (!file.endsWith('.css')) made.files.set(path.basename(file), Buffer.from(contents));
    else {
      const style = Buffer.from(tokensCss() + Buffer.from(contents).toString('utf8'));
      made.style = `style-${hashOf(style)}.css`;
      made.files.set(made.style, style);
    }
  }
  for (const [out, { entryPoint }] of Object.entries(metafile.outputs)) {
    if (entryPoint?.endsWith('.tsx')) made.script[path.basename(entryPoint, '.tsx')] = path.basename(out);
  }
  return made;
}

/** @returns the bundle, made once; a failed attempt is made again at the next call. */
function bundled(): Promise<Bundle> {
  bundle ??= bundlePages().catch((error: unknown) => {
    bundle = null;
    throw error;
  });
  return bundle;
}

/** @returns the page's HTML; its script fills it. */
export async function pageShell(name: PageName): Promise<string> {
  const { script, style } = await bundled();
  return shell({ style, script: script[name] ?? '', body: '<div id="app"></div>' });
}

/** @param body HTML that needs no script. @returns the page around it, in the same style. */
export async function plainShell(body: string, language: Language): Promise<string> {
  const { style } = await bundled();
  return shell({ style, script: null, body, language });
}

interface Shell {
  style: string;
  script: string | null;
  body: string;
  /** A page with a script says it itself, once it is known who looks. */
  language?: Language;
}

function shell({ style, script, body, language = 'th' }: Shell): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Kuebna</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/web/assets/${style}">
${script ? `<script type="module" src="/web/assets/${script}"></script>\n` : ''}</head>
<body>${body}</body>
</html>
`;
}

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.ttf': 'font/ttf',
};

const FONTS: Record<string, string> = {
  'sarabun-400.ttf': '400Regular/Sarabun_400Regular.ttf',
  'sarabun-700.ttf': '700Bold/Sarabun_700Bold.ttf',
};

/** @param name in the file's address. @returns its bytes and type, or null. */
export async function assetFile(name: string): Promise<{ bytes: Buffer; contentType: string } | null> {
  const contentType = TYPES[path.extname(name)];
  if (!contentType) return null;
  const font = FONTS[name];
  if (font) {
    const root = path.dirname(
      createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'),
    );
    return { bytes: await readFile(path.join(root, font)), contentType };
  }
  const bytes = (await bundled()).files.get(name);
  return bytes ? { bytes, contentType } : null;
}

/** @returns a short name of the pages as they now are; a tab that was opened with another is told to load anew. */
export async function pagesVersion(): Promise<string> {
  const { script, style } = await bundled();
  return hashOf(JSON.stringify([script, style]));
}

function hashOf(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 12);
}
