// Expands annotation pages by a JSON-LD processor: what it holds, a line of JSON a page.
//
// The processor must not ask the network for the context, and no package carries it; so the terms
// that our pages use stand here, as the Recommendation defines them (WA vocabulary).
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [packages, ...folders] = process.argv.slice(2);
const jsonld = createRequire(resolve(packages, 'package.json'))('jsonld');
const OA = 'http://www.w3.org/ns/oa#', RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const AS = 'http://www.w3.org/ns/activitystreams#', DCTERMS = 'http://purl.org/dc/terms/';
const number = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger';
const time = 'http://www.w3.org/2001/XMLSchema#dateTime';
const link = (id) => ({ '@id': id, '@type': '@id' });
const word = (id) => ({ '@id': id, '@type': '@vocab' });
const context = {
  id: '@id', type: '@type',
  AnnotationPage: AS + 'OrderedCollectionPage', AnnotationCollection: AS + 'OrderedCollection',
  total: { '@id': AS + 'totalItems', '@type': number }, Annotation: OA + 'Annotation',
  TextualBody: OA + 'TextualBody', SpecificResource: OA + 'SpecificResource',
  TextQuoteSelector: OA + 'TextQuoteSelector', TextPositionSelector: OA + 'TextPositionSelector',
  Person: 'http://xmlns.com/foaf/0.1/Person', name: 'http://xmlns.com/foaf/0.1/name',
  items: { '@id': AS + 'items', '@type': '@id', '@container': '@list' },
  body: link(OA + 'hasBody'), target: link(OA + 'hasTarget'), source: link(OA + 'hasSource'),
  selector: link(OA + 'hasSelector'), creator: link(DCTERMS + 'creator'),
  motivation: word(OA + 'motivatedBy'), purpose: word(OA + 'hasPurpose'),
  classifying: OA + 'classifying', linking: OA + 'linking', describing: OA + 'describing',
  tagging: OA + 'tagging', commenting: OA + 'commenting',
  value: RDF + 'value', exact: OA + 'exact', prefix: OA + 'prefix', suffix: OA + 'suffix',
  start: { '@id': OA + 'start', '@type': number }, end: { '@id': OA + 'end', '@type': number },
  created: { '@id': DCTERMS + 'created', '@type': time },
  modified: { '@id': DCTERMS + 'modified', '@type': time },
};
const documentLoader = async (url) => {
  if (url !== 'http://www.w3.org/ns/anno.jsonld') throw new Error(`asks for ${url}`);
  return { contextUrl: null, documentUrl: url, document: { '@context': context } };
};

for (const folder of folders) {
  const name = readdirSync(folder).find((name) => name.endsWith('.w3c.json'));
  const page = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  // Safe mode stops at every term that the context does not define.
  const [expanded] = await jsonld.expand(page, { documentLoader, safe: true });
  const items = expanded?.[AS + 'items']?.[0]['@list'] ?? [];
  console.log(JSON.stringify(items.map((item) => {
    const bodies = item[OA + 'hasBody'];
    const label = bodies.find((body) => body[OA + 'hasPurpose'][0]['@id'] === OA + 'classifying');
    const value = (node, key) => node[key][0]['@value'];
    return {
      motivation: item[OA + 'motivatedBy'][0]['@id'],
      label: value(label, RDF + 'value'),
      pieces: item[OA + 'hasTarget'].map((target) => {
        const selectors = target[OA + 'hasSelector'];
        const of = (type) => selectors.find((one) => one['@type'].includes(OA + type));
        const [quote, position] = [of('TextQuoteSelector'), of('TextPositionSelector')];
        return [value(position, OA + 'start'), value(position, OA + 'end'), value(quote, OA + 'exact')];
      }),
    };
  })));
}
