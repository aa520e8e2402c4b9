import type { BenchServers } from '../open-servers.ts';
import type { LoadResult } from '../programs/drive-load.ts';
import { type ReadName, readNames } from '../reads.ts';
import type { RunningProgram } from '../running-program.ts';
import {
  type Contestant,
  compareServers,
  type Rounds,
  ratioOfP50,
  summarise,
} from './compare-servers.ts';

/** One read at one number of connections: the product and its floors beside it. */
export interface MeasuredRead {
  read: ReadName;
  connections: number;
  /** The product, every answer made anew. */
  product: LoadResult;
  /** The same statements behind bare Fastify. */
  sql: LoadResult;
  /** The product while nothing changes. */
  again: LoadResult;
  /** Stored answers behind bare Fastify. */
  stored: LoadResult;
  /** How many times the p50 of `sql` that of `product` is. */
  toSql: number;
  /** How many times the p50 of `stored` that of `again` is. */
  toStored: number;
}

function contestants(servers: BenchServers, read: ReadName): Contestant[] {
  const { cookie } = servers;
  const { product, sql, stored } = servers.addresses[read];
  // The few last asked are asked again and again: a cache is for those.
  const few = { product: product.slice(0, 20), stored: stored.slice(0, 20) };
  return [
    { name: 'sql', port: servers.floor.port, addresses: sql, cookie },
    { name: 'product', port: servers.uncached.port, addresses: product, cookie },
    { name: 'stored', port: servers.floor.port, addresses: few.stored, cookie },
    { name: 'again', port: servers.product.port, addresses: few.product, cookie },
  ];
}

/** Measures the four reads at 1 and 16 connections. */
export async function measureReads(
  servers: BenchServers,
  driver: RunningProgram,
  rounds: Rounds,
): Promise<MeasuredRead[]> {
  const measured: MeasuredRead[] = [];
  for (const read of readNames) {
    for (const connections of [1, 16]) {
      const asked = contestants(servers, read);
      const comparison = await compareServers(driver, asked, connections, rounds);
      const of = (name: string) => summarise(comparison[name] ?? []);
      measured.push({
        read,
        connections,
        product: of('product'),
        sql: of('sql'),
        again: of('again'),
        stored: of('stored'),
        toSql: ratioOfP50(comparison, 'product', 'sql'),
        toStored: ratioOfP50(comparison, 'again', 'stored'),
      });
    }
  }
  return measured;
}

/** How many times as long the reads over roll-ups take at L as at S, asked side by side. */
export async function measureGrowthOfSize(
  small: BenchServers,
  large: BenchServers,
  driver: RunningProgram,
  rounds: Rounds,
): Promise<{ read: ReadName; connections: number; ratio: number }[]> {
  const measured = [];
  for (const read of ['matrix', 'ten years', 'ten years by department', 'value'] as const) {
    for (const connections of [1, 16]) {
      const of = (name: string, { uncached, addresses, cookie }: BenchServers) => ({
        name,
        port: uncached.port,
        addresses: addresses[read].product,
        cookie,
      });
      const asked = [of('S', small), of('L', large)];
      const comparison = await compareServers(driver, asked, connections, rounds);
      measured.push({ read, connections, ratio: ratioOfP50(comparison, 'L', 'S') });
    }
  }
  return measured;
}
