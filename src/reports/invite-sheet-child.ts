/** The process that sets a sheet of invitations and ends; invite-sheet.ts forks it. */
import { readFileSync } from 'node:fs';
import { createRequire, flushCompileCache } from 'node:module';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { toBuffer } from 'qrcode';
import { withoutEmoji } from './clean.ts';
import type { InviteSheet, SheetAnswer } from './invite-sheet.ts';
import { mendThaiText } from './pdf-text.ts';
import { breakable } from './thai-words.ts';

const FOLDER = import.meta.dirname;
/** Pixels: prints sharp at 34 mm. */
const QR_WIDTH = 480;

process.once('message', (sheet: InviteSheet) => {
  void typeset(sheet).then((answer) => {
    // it is ended on this answer: what was compiled is kept for the next one first
    flushCompileCache();
    process.send?.(answer, () => process.exit(0));
  });
});

async function typeset({ cards, unbroken, ...words }: InviteSheet): Promise<SheetAnswer> {
  try {
    const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/sarabun/package.json'));
    const fontPaths = [join(fonts, '400Regular'), join(fonts, '700Bold')];
    const compiler = NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths }] });
    const set = (text: string): string => breakable(withoutEmoji(text), unbroken);
    const shown = await Promise.all(
      cards.map(async ({ name, about, sentence, target }, index) => {
        const image = `qr-${index}.png`;
        const png = await toBuffer(target, {
          type: 'png',
          width: QR_WIDTH,
          margin: 2,
          errorCorrectionLevel: 'M',
        });
        compiler.mapShadow(join(FOLDER, image), png);
        return { name: set(name), about: set(about), sentence, image };
      }),
    );
    const { title, scan, type, limits } = words;
    const data = { title, scan: set(scan), type: set(type), limits: set(limits), cards: shown };
    compiler.mapShadow(join(FOLDER, 'data.json'), Buffer.from(JSON.stringify(data)));
    const outcome = compiler.compile({
      mainFileContent: readFileSync(join(FOLDER, 'invite-sheet.typ'), 'utf8'),
    });
    if (outcome.hasError() || !outcome.result) {
      const fault = outcome.takeError();
      const error = fault ? JSON.stringify(compiler.fetchDiagnostics(fault)).slice(0, 2_000) : 'no document';
      return { ok: false, error };
    }
    return { ok: true, pdf: mendThaiText(compiler.pdf(outcome.result, {})) };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
