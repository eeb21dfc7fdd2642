// The built page with recorded answers of the demo county, under the same policy as in the program.
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { AddressInfo } from 'node:net';

const policy =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
const types: Record<string, string> = {
  '.css': 'text/css',
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const dist = join(__dirname, '..', 'dist');
const answers = join(__dirname, 'answers');

function file(path: string): { status: number; name: string } {
  if (path.startsWith('/api/')) {
    const name = join(answers, `${path.slice('/api/'.length)}.json`);
    return existsSync(name)
      ? { status: 200, name }
      : { status: 404, name: join(answers, 'no-such-period.json') };
  }
  return { status: 200, name: join(dist, extname(path) === '' ? 'index.html' : path) };
}

export interface RunningPage {
  address: string;
  close: () => Promise<void>;
}

export async function serve(): Promise<RunningPage> {
  const server: Server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const { status, name } = file(path);
    response.writeHead(status, {
      'Content-Security-Policy': policy,
      'Content-Type': `${types[extname(name)] ?? 'text/plain'}; charset=utf-8`,
    });
    response.end(readFileSync(name));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
