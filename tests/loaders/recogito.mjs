// Parses annotation pages by Recogito's own adapter: what it holds, a line of JSON a page.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [packages, ...folders] = process.argv.slice(2);
// Its bundle asks for a window when it is loaded, and for nothing of it here.
globalThis.window = globalThis;
const module = join(packages, 'node_modules/@recogito/text-annotator/dist/text-annotator.es.js');
const { W3CTextFormat } = await import(pathToFileURL(module));

for (const folder of folders) {
  const name = readdirSync(folder).find((name) => name.endsWith('.w3c.json'));
  const page = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  // An article without annotations is a collection without a page.
  const items = page.items ?? [];
  const source = items[0]?.target[0].source ?? '';
  const adapter = W3CTextFormat(source);
  const parsed = [], failed = [];
  for (const item of items) {
    const result = adapter.parse(item);
    if (result.error || !result.parsed) {
      failed.push(String(result.error ?? item.id));
      continue;
    }
    const bodies = result.parsed.bodies;
    parsed.push({
      label: bodies.find((body) => body.purpose === 'classifying').value,
      pieces: result.parsed.target.selector.map(({ start, end, quote }) => ({ start, end, quote })),
    });
  }
  console.log(JSON.stringify({ parsed, failed }));
}
