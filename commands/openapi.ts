import { createDocument } from '../api/openapi/createDocument.ts';
import { routeTable } from '../api/routeTable.ts';
import npm from '../package.json' with { type: 'json' };

// `npm run -s openapi` prints the description of the API as a rehearsal serves it at /api/v1/openapi.json.
process.stdout.write(`${JSON.stringify(createDocument(routeTable({ clockRoute: true }), npm.version), null, 2)}\n`);
