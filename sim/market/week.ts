import { act, settleAccounts } from './act.ts';
import { changeTies } from './change-ties.ts';
import { choose } from './choose.ts';
import { forget } from './forget.ts';
import { meetAndConform } from './meet.ts';
import { arise } from './needs.ts';
import { type Recorder, record } from './record.ts';
import { searchAndRead } from './search.ts';
import { talkAndListen } from './talk.ts';
import { use } from './use.ts';
import type { World } from './world.ts';

/**
 * One week of the market, in order (docs/odd.md, section 3). Each step reads the state as it stood when the step began.
 */
export function week(world: World, recorder: Recorder): void {
  forget(world); // what a week without events does to everybody
  arise(world); // 4.1 the job comes up for some
  act(world); // 4.2 brands decide and spend, 4.3 people attend to some of it
  searchAndRead(world); // 4.4 those who will reflect read and look for help
  talkAndListen(world); // 4.5 word of mouth: good, bad, useful
  meetAndConform(world); // 4.6 preferences shift with peers' expressed views
  choose(world); // 4.7 those in market choose
  use(world); // 4.8 buyers use, judge, review
  changeTies(world); // 4.9 ties fade and form
  settleAccounts(world); // 4.10 the books
  record(world, recorder);
  world.week++;
}
