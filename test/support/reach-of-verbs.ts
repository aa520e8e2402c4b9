import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Source {
  exported: readonly string[];
  /** The files that it runs. */
  imports: readonly string[];
  /** The libraries that it runs, those of Node included. */
  libraries: readonly string[];
}

const imported = /(?:^|\n)(?:import|export) (?!type\b)[^;]*?from '([^']+)'|\bimport\('([^']+)'\)/g;
const exported = /\nexport (?:async )?function\*? (\w+)/g;

function readSource(path: string): Source {
  const text = readFileSync(path, 'utf8');
  const names = [...text.matchAll(imported)].map(([, one, other]) => one ?? other ?? '');
  const isFile = (name: string) => name.startsWith('.');
  return {
    exported: [...text.matchAll(exported)].map(([, name]) => name ?? ''),
    imports: names.filter(isFile).map((name) => join(dirname(path), name)),
    libraries: names.filter((name) => !isFile(name)),
  };
}

function readSources(): Map<string, Source> {
  const paths = readdirSync('server', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join('server', name));
  return new Map(paths.map((path) => [path, readSource(path)]));
}

/** The libraries of some files and of all the files that those import. */
function librariesOf(sources: ReadonlyMap<string, Source>, files: readonly string[]): Set<string> {
  const seen = new Set(files);
  const libraries = new Set<string>();
  for (const file of seen) {
    const { imports = [], libraries: own = [] } = sources.get(file) ?? {};
    for (const name of imports) seen.add(name);
    for (const name of own) libraries.add(name);
  }
  return libraries;
}

/** Tells which libraries the verbs run that the resolver of a procedure calls. */
export function makeReach(): (path: string, resolver: string) => ReadonlySet<string> {
  const sources = readSources();
  const filesOf = new Map<string, string[]>();
  for (const [file, { exported: names }] of sources) {
    for (const name of names) filesOf.set(name, [...(filesOf.get(name) ?? []), file]);
  }
  return (path, resolver) => {
    const area = `server/${path.split('.')[0]}/`;
    const called = [...resolver.matchAll(/\.(\w+)\)?\(/g)].flatMap(([, name = '']) => {
      const all = filesOf.get(name) ?? [];
      const own = all.filter((file) => file.startsWith(area));
      return own.length > 0 ? own : all;
    });
    if (called.length === 0) throw new Error(`${path} calls no verb that is known`);
    return librariesOf(sources, called);
  };
}
