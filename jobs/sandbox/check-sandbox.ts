import { parseArgs } from 'node:util';
import { openApiCheck } from './check/check-api-answer.ts';
import { openCollectionCheck, readThreadsCollection } from './check/check-collection-answer.ts';
import { openLexiconCheck } from './check/check-lexicon-answer.ts';
import { openMetaCheck } from './check/check-meta-answer.ts';
import { type CheckedCall, collectCalls } from './check/collect-calls.ts';
import { linkedinApi, tiktokApi } from './check/documented-apis.ts';
import { plantViolations } from './check/plant-violations.ts';
import { readYoutubeApi } from './check/read-discovery.ts';
import {
  readLexicons,
  readMastodonApi,
  readMetaLists,
  readXApi,
  SpecUnreadable,
} from './check/read-spec.ts';
import type { SandboxShape } from './protocol.ts';
import type { SandboxNetwork } from './sandbox-pages.ts';

type Check = (call: CheckedCall) => string[];

/** One network in one of its shapes, beside the specification that fixes it. */
interface Trial {
  title: string;
  network: SandboxNetwork;
  xNames: SandboxShape['xNames'];
  /** Or why there is none. */
  check: Check | SpecUnreadable;
}

/** A description that the folder lacks: its network is told as one that was not checked. */
function openIfThere(open: () => Check): Check | SpecUnreadable {
  try {
    return open();
  } catch (error) {
    if (error instanceof SpecUnreadable && error.isMissing) return error;
    throw error;
  }
}

function listTrials(specs: string): Trial[] {
  const checkMeta = openMetaCheck(readMetaLists(specs));
  const checkX = (version: string) => openApiCheck(readXApi(specs, version));
  const checkMastodon = openApiCheck(readMastodonApi(specs, '4.7.0'));
  const checkBluesky = openLexiconCheck(readLexicons(specs));
  const checkThreads = openCollectionCheck(readThreadsCollection(specs));
  const checkYoutube = openIfThere(() => openApiCheck(readYoutubeApi(specs)));
  return [
    { title: 'Facebook', network: 'facebook', xNames: 'post', check: checkMeta },
    { title: 'Instagram', network: 'instagram', xNames: 'post', check: checkMeta },
    { title: 'X 2.167', network: 'x', xNames: 'post', check: checkX('2.167') },
    { title: 'X 2.166', network: 'x', xNames: 'tweet', check: checkX('2.166') },
    { title: 'Mastodon', network: 'mastodon', xNames: 'post', check: checkMastodon },
    { title: 'Bluesky', network: 'bluesky', xNames: 'post', check: checkBluesky },
    { title: 'Threads', network: 'threads', xNames: 'post', check: checkThreads },
    { title: 'YouTube', network: 'youtube', xNames: 'post', check: checkYoutube },
    { title: 'TikTok', network: 'tiktok', xNames: 'post', check: openApiCheck(tiktokApi) },
    { title: 'LinkedIn', network: 'linkedin', xNames: 'post', check: openApiCheck(linkedinApi) },
  ];
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function printCheck(title: string, call: CheckedCall, problems: string[]): void {
  const mark = problems.length === 0 ? 'ok  ' : 'FAIL';
  const query = decodeURIComponent(call.query.toString()).slice(0, 90);
  print(`${mark} ${title}: ${call.status} ${call.path}?${query} (${call.about})`);
  for (const problem of problems.slice(0, 10)) print(`       ${problem}`);
}

/** A spoiled answer passes this check only when its violation is seen. */
function mustFind(check: Check): Check {
  return (call) => (check(call).length > 0 ? [] : ['the violation was not seen']);
}

/** Makes and checks the calls of one trial; returns how many there were and how many failed. */
async function runTrial({ title, network, xNames }: Trial, check: Check) {
  const calls = await collectCalls(network, { xNames });
  const planted = plantViolations(calls);
  const results = [
    ...calls.map((call) => ({ call, problems: check(call) })),
    ...planted.map((call) => ({ call, problems: mustFind(check)(call) })),
  ];
  for (const { call, problems } of results) printCheck(title, call, problems);
  const failed = results.filter((result) => result.problems.length > 0).length;
  return { checks: results.length, failed, isProven: planted.length > 0 };
}

/** Checks the sandbox against the specifications in a folder; the exit code to end with. */
async function checkSandbox(specs: string): Promise<number> {
  let checks = 0;
  let failed = 0;
  const unchecked: string[] = [];
  for (const trial of listTrials(specs)) {
    if (trial.check instanceof SpecUnreadable) {
      print(`skip ${trial.title}: ${trial.check.message}`);
      unchecked.push(trial.title);
      continue;
    }
    const result = await runTrial(trial, trial.check);
    checks += result.checks;
    failed += result.failed;
    if (!result.isProven) {
      print(`FAIL ${trial.title}: no answer to plant a violation in`);
      failed += 1;
    }
  }
  const without = unchecked.length > 0 ? `; not checked: ${unchecked.join(', ')}` : '';
  print(`${checks} checks, ${failed} violations${without}`);
  return failed === 0 ? 0 : 1;
}

const { values } = parseArgs({ options: { specs: { type: 'string' } } });
if (values.specs === undefined) {
  print('usage: npm run check:sandbox -- --specs DIR');
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await checkSandbox(values.specs);
  } catch (error) {
    if (!(error instanceof SpecUnreadable)) throw error;
    print(`check:sandbox: ${error.message}`);
    process.exitCode = 2;
  }
}
