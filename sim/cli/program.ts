import { Command } from 'commander';
import { ENGINE_ID } from '../experiment/engine.ts';
import { addClaimsCommand } from './claims-commands.ts';
import { addClassicCommands } from './classic-commands.ts';
import { addFitCommand } from './fit-commands.ts';
import { addMapCommand } from './map-commands.ts';
import { addCompareCommand, addRunCommand } from './market-commands.ts';
import { addMergeCommand } from './merge-commands.ts';
import { addNetworkCommands } from './network-commands.ts';
import { addOpenCommand } from './open-command.ts';
import { addReportCommand } from './report-command.ts';
import { addScenarioCommands } from './scenario-commands.ts';
import { addSensitivityCommand } from './sensitivity-commands.ts';
import { addSweepCommand } from './sweep-commands.ts';
import { addVerifyCommand } from './verify-commands.ts';
import { addWorkerCommand } from './worker-command.ts';

const EXIT_CODES = `
Results go to standard output, progress and warnings to standard error.
Exit codes: 0 done, 1 failed, 2 bad usage or input, 130 after Ctrl-C (finished runs are kept with --out).`;

/** The whole command line. Errors are thrown, not printed: `main` tells them in one way. */
export function createProgram(): Command {
  const program = new Command('swaylab')
    .description('A laboratory for social influence: strategies compared honestly, with equal money and the same luck.')
    .version(ENGINE_ID, '-V, --version', 'prints the engine id')
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({ outputError: () => {} })
    .addHelpText('after', EXIT_CODES);
  addCompareCommand(program);
  addRunCommand(program);
  addClassicCommands(program);
  addNetworkCommands(program);
  addScenarioCommands(program);
  addSensitivityCommand(program);
  addClaimsCommand(program);
  addFitCommand(program);
  addMapCommand(program);
  addSweepCommand(program);
  addMergeCommand(program);
  addVerifyCommand(program);
  addWorkerCommand(program);
  addReportCommand(program);
  addOpenCommand(program);
  return program;
}
