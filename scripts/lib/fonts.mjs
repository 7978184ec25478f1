import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { installOnce } from './install-once.mjs';

const fontPackages = { '@expo-google-fonts/noto-sans-sc': '0.4.3' };

/** Of the nine weights of the package, those that an editor shows. */
const weights = ['400Regular', '700Bold'];

/**
 * What a browser needs in its environment to show Chinese. The same font stands for everything, so that a picture is the
 * same on every machine. Elsewhere than on Linux the system's own fonts are used.
 */
export async function chineseFonts() {
  if (process.platform !== 'linux') return {};
  const folder = await installOnce('fonts', fontPackages, keepNeeded);
  return useFonts(folder, [path.join(folder, 'fonts')], 'Noto Sans SC');
}

/**
 * What a browser needs in its environment to use the fonts of some folders, which need not exist.
 * @param {string} home where the configuration is kept
 * @param {readonly string[]} folders
 * @param {string} family what stands for every generic family
 */
export async function useFonts(home, folders, family) {
  const configuration = path.join(home, 'fonts.conf');
  await writeFile(configuration, fontConfiguration(path.join(home, 'cache'), folders, family));
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

function fontConfiguration(cache, folders, family) {
  const aliases = ['sans-serif', 'serif', 'monospace', 'system-ui'].map(
    (generic) =>
      `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`,
  );
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  ${folders.map((folder) => `<dir>${folder}</dir>`).join('\n  ')}
  <cachedir>${cache}</cachedir>
  ${aliases.join('\n  ')}
</fontconfig>
`;
}
