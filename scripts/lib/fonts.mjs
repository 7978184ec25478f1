import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { installOnce } from './install-once.mjs';

const fontPackages = { '@expo-google-fonts/noto-sans-sc': '0.4.3' };

/** Of the nine weights of the package, those that an editor shows. */
const weights = ['400Regular', '700Bold'];

/** What a browser needs in its environment to show Chinese; elsewhere than on Linux the system has fonts of its own. */
export async function fontEnvironment() {
  if (process.platform !== 'linux') return {};
  const folder = await installOnce('fonts', fontPackages, keepNeeded);
  const configuration = path.join(folder, 'fonts.conf');
  await writeFile(configuration, fontConfiguration(folder));
  return { FONTCONFIG_FILE: configuration };
}

async function keepNeeded(folder) {
  const modules = path.join(folder, 'node_modules');
  await mkdir(path.join(folder, 'fonts'), { recursive: true });
  for (const weight of weights) {
    const source = path.join(modules, '@expo-google-fonts', 'noto-sans-sc', weight);
    await cp(source, path.join(folder, 'fonts', weight), { recursive: true });
  }
  await rm(modules, { recursive: true, force: true });
}

/** The same font for everything, so that a picture is the same on every machine. */
function fontConfiguration(folder) {
  const families = ['sans-serif', 'serif', 'monospace', 'system-ui'];
  const preferred = families.map(
    (family) =>
      `<alias binding="strong"><family>${family}</family><prefer><family>Noto Sans SC</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${path.join(folder, 'fonts')}</dir>
  <cachedir>${path.join(folder, 'cache')}</cachedir>
  ${preferred.join('\n  ')}
</fontconfig>
`;
}
