import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CLASSIC_MODELS } from '../../sim/classic/index.ts';
import { newFolder, swaylab } from './fixture/swaylab.ts';

interface Document {
  readonly command: string;
  readonly digest: string;
  readonly network: { readonly kind?: string; readonly people?: number };
  readonly courses: Readonly<Record<string, readonly { readonly mean: number }[]>>;
}

const classic = (...parameters: string[]) => swaylab('classic', ...parameters, '--quiet');

test('the list names every model with its source, and each has a page of help', async () => {
  const list = JSON.parse((await swaylab('classic', 'list', '--json')).stdout) as { name: string; source: string }[];
  expect(list.map(({ name }) => name)).toEqual(CLASSIC_MODELS.map(({ name }) => name));
  const page = (await swaylab('classic', 'list')).stdout;
  expect(list.filter(({ name }) => !page.includes(`${name} `))).toEqual([]);
  const help = (await swaylab('classic', 'sir', '--help')).stdout;
  expect(help).toContain('transmission = 0.1');
  expect(help).toContain('recovered, share: People who have recovered.');
});

test('a model is run on a generated network, shown, and repeated to the bit by the command that is printed', async () => {
  const { code, stdout, stderr } = await classic('bass', '--set', 'network.people=300', '--replicates', '3', '--steps', '60');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toMatch(/^Bass diffusion\n/);
  expect(stdout).toContain('Network: tribal (people 300), drawn anew in every replicate.');
  expect(stdout).toMatch(/\n +step +adopters % +new % +external % +curve %\n +0 +0\.0/);
  const [line] = /^swaylab classic .*$/m.exec(stdout) ?? [''];
  expect(line).toBe('swaylab classic bass --set network.people=300 --steps 60 --replicates 3');
  const again = await swaylab(...line.split(' ').slice(1), '--json', '--quiet');
  const document = JSON.parse(again.stdout) as Document;
  expect(stdout).toContain(document.digest);
  expect(document.command).toBe(line);
  expect(document.courses.adopters).toHaveLength(61);
  expect(document.courses.adopters[60].mean).toBeGreaterThan(0.1);
});

test('a network and a start of one’s own count, directions too; all steps go to a file', async () => {
  const folder = newFolder();
  const at = (name: string) => join(folder, name);
  writeFileSync(at('ties.csv'), 'source,target,weight\na,b,1\nb,c,1\nc,d,0.5\n');
  writeFileSync(at('people.csv'), 'id,begin\na,0\nb,1\nc,0\nd,0\n');
  const files = ['--network', at('ties.csv'), '--nodes', at('people.csv'), '--start', 'begin', '--directed'];
  const run = [...files, '--set', 'transmission=1', '--steps', '2', '--replicates', '2'];
  // Whom I name influences me: b reaches a alone, and nobody else.
  const named = JSON.parse((await classic('si', ...run, '--json')).stdout) as Document;
  expect(named.courses.infected.map(({ mean }) => mean)).toEqual([0.25, 0.5, 0.5]);
  const naming = await classic('si', ...run, '--influence', 'namer-to-named', '--out', at('runs.csv'));
  expect(naming.code).toBe(0);
  const rows = readFileSync(at('runs.csv'), 'utf8').trim().split('\r\n');
  expect(rows).toHaveLength(1 + 2 * 3);
  expect(rows.slice(0, 3)).toEqual(['replicate,step,infected,new', '0,0,0.25,0.25', '0,1,0.5,0.25']);
});

test('a published result is repeated, its numbers beside ours', async () => {
  expect((await swaylab('classic', 'replicate')).stdout).toContain('watts-2002');
  const parameters = ['classic', 'replicate', 'axelrod-1997', '--replicates', '4', '--quiet'];
  const { findings } = JSON.parse((await swaylab(...parameters, '--json')).stdout) as {
    findings: { name: string; measured: { mean: number }; verdict: string }[];
  };
  const [, , many, one] = findings;
  expect(many).toMatchObject({ name: '5 features, 15 traits' });
  expect(many.measured.mean).toBeGreaterThan(8);
  expect(one.measured.mean).toBeLessThan(4);
  const { stdout } = await swaylab(...parameters);
  expect(stdout).toContain(`${many.measured.mean.toFixed(1)} ±`);
  expect(stdout).toMatch(/\d of 4 hit; 4 replicates, seed "verification"/);
});

test.each([
  [['replicate', 'watts'], 'watts'],
  [['nothing'], 'nothing'],
  [['sir', '--set', 'transmision=1'], 'transmision'],
  [['sir', '--set', 'transmission=2'], '2'],
  [['sir', '--set', 'network.peple=2'], 'peple'],
  [['sir', '--generator', 'rings'], 'rings'],
  [['sir', '--start', 'begin'], '--start'],
  [['sir', '--steps', '1000000', '--replicates', '1000'], '4000004000'],
  [['sir', '--out', 'runs.txt'], 'runs.txt'],
])('%j is refused', async (parameters, found) => {
  const { code, stdout } = await swaylab('classic', ...parameters, '--json');
  if (found === 'nothing') return expect(code).toBe(2);
  expect({ code, found: (JSON.parse(stdout) as { error: { found: string } }).error.found }).toEqual({ code: 2, found });
});
