import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** Packs the package as it would be published, from the dist that the last build left, into an empty folder; returns the tarball. */
function packInto(folder: string): string {
  execFileSync('npm', ['pack', resolve('.'), '--ignore-scripts', '--pack-destination', folder], { cwd: folder, stdio: 'pipe' });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error('npm pack left no tarball');
  return join(folder, tarball);
}

/** An empty project of somebody else, in a temporary folder. */
export function foreignProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'swaylab-foreign-'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  return project;
}

/** Installs the tarball as npm would. */
export function installPacked(project: string): void {
  const options = ['--prefer-offline', '--no-audit', '--no-fund'];
  execFileSync('npm', ['install', ...options, packInto(project)], { cwd: project, stdio: 'pipe' });
}

/** Unpacks the tarball into node_modules and borrows our installed packages for its dependencies: fast, and without a registry. */
export function unpackPacked(project: string): void {
  const tarball = packInto(project);
  const modules = join(project, 'node_modules');
  mkdirSync(join(modules, 'swaylab'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(modules, 'swaylab')]);
  for (const name of readdirSync('node_modules').filter((entry) => !entry.startsWith('.') && entry !== 'swaylab')) {
    symlinkSync(resolve('node_modules', name), join(modules, name));
  }
}
