/** `npm run package`: makes the installable `policy-drafting-VERSION.vsix`. */
import { readFile } from 'node:fs/promises';
import { ensureDependencies } from './lib/dependencies.mjs';
import { packageExtension } from './lib/package.mjs';
import { fromRoot } from './lib/paths.mjs';
import { main } from './lib/processes.mjs';

await main(async () => {
  await ensureDependencies();
  const { name, version } = JSON.parse(await readFile(fromRoot('package.json'), 'utf8'));
  const file = `${name}-${version}.vsix`;
  await packageExtension(fromRoot(file));
  console.log(`Packaged ${file}. Install it with: code --install-extension ${file}`);
});
