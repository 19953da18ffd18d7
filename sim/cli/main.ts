#!/usr/bin/env node
import { CommanderError } from 'commander';
import { errorReport, errorText, exitCodeOf, Interrupted } from './exit.ts';
import { guardStreams, printJson, tell } from './output.ts';
import { createProgram } from './program.ts';

/** The exit code of a command line. Nothing here ends the process: what is written must drain first. */
async function main(parameters: readonly string[]): Promise<number> {
  guardStreams();
  try {
    await createProgram().parseAsync(parameters, { from: 'user' });
    return 0;
  } catch (error) {
    const code = exitCodeOf(error);
    if (code === 0) return 0;
    // Commander has shown the help of a command that was given without a subcommand.
    if (error instanceof CommanderError && error.code === 'commander.help') return code;
    if (parameters.includes('--json')) await printJson({ error: errorReport(error) }).catch(() => {});
    if (!parameters.includes('--json') || error instanceof Interrupted) tell(`${errorText(error)}\n`);
    return code;
  }
}

process.exitCode = await main(process.argv.slice(2));
