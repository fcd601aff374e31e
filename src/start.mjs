/** What `npm start` and the image run. JavaScript, so that Node need not load its type stripper for this file; all others it finds stripped in the compile cache. */
import module from 'node:module';

// a Node.js too old for the rest can at least say so
if (process.features.typescript) {
  module.enableCompileCache();
  await import('./main.ts');
} else {
  const said = [
    `Node.js ${process.versions.node} cannot run the bot: it needs Node.js 24, which comes with its packages.`,
    'Type:  npm ci --include=dev --ignore-scripts=false',
    'then:  npm start',
  ];
  process.stderr.write(`${said.join('\n')}\n`);
  process.exitCode = 1;
}
