/** Preloaded into a bot by the start-up section: tells which packages its own files had imported when it began to listen, and again when asked. */
import { registerHooks } from 'node:module';

const names = new Set<string>();
registerHooks({
  resolve(specifier, context, next) {
    const isPackage = !/^(\.|node:|file:|#|\/)/.test(specifier);
    const fromOurs = context.parentURL !== undefined && !context.parentURL.includes('/node_modules/');
    const found = next(specifier, context);
    // a font is found by its address, not imported
    const isCode = found.url.includes('/node_modules/') && /\.[cm]?js$/.test(found.url);
    if (isPackage && fromOurs && isCode) names.add(specifier);
    return found;
  },
});
const send = process.send?.bind(process);
process.send = (message: unknown) => send?.({ ...(message as object), packages: [...names] }) ?? false;
process.on('message', () => process.send?.({}));
