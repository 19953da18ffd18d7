import type { Contact } from './contact.ts';
import { FROM_AD, FROM_CONTENT, FROM_RELATIONSHIP } from './ledger.ts';
import type { MarketSettings } from './settings.ts';

/** The contacts that tactics produce, made once a run: attributes only. */
export interface Contacts {
  readonly broadcast: Contact;
  readonly targeted: Contact;
  readonly influencer: Contact;
  readonly post: Contact;
  readonly answer: Contact;
  /** An introduction, and one that is already too many. */
  readonly introduction: Contact;
  readonly crowding: Contact;
  /** A helpful piece, whose usefulness is set for each reader. */
  readonly lesson: Contact;
}

export function newContacts({ consumers, tactics }: MarketSettings): Contacts {
  const { familiarity, belief, bond, followers } = consumers;
  /** A paid message: it claims, it can annoy, and it persuades by `advertising.effect`. */
  const message = (relevance: number, intrusiveness: number): Partial<Contact> => ({
    persuasion: consumers.advertising.effect,
    familiarityGain: familiarity.advertising,
    relevance,
    intrusiveness,
    claimVariance: belief.advertisement,
  });
  /** Help from person to person: no claim and no lesson, but it is noticed, and builds trust and a bond. */
  const help = (relevance: number, bondGain: number): Partial<Contact> => ({
    certain: true,
    familiarityGain: familiarity.content,
    relevance,
    usefulness: 1,
    bondGain,
    source: FROM_RELATIONSHIP,
  });
  return {
    broadcast: contact(message(tactics.broadcast.relevance, tactics.broadcast.intrusiveness)),
    targeted: contact(message(tactics.targeted.relevance, tactics.targeted.intrusiveness)),
    influencer: contact(message(tactics.influencer.relevance, tactics.influencer.intrusiveness)),
    post: contact({ ...message(followers.postRelevance, 0), certain: true }),
    answer: contact(help(tactics.conversation.relevance, bond.answer)),
    introduction: contact({ ...help(tactics.community.relevance, bond.community), proactive: true }),
    crowding: contact({ ...help(tactics.community.relevance, 0), proactive: true }),
    lesson: contact({
      certain: true,
      ownInitiative: true,
      familiarityGain: familiarity.content,
      relevance: tactics.content.relevance,
      valence: tactics.content.valence,
      lessonVariance: belief.content,
      bondGain: bond.content,
      source: FROM_CONTENT,
    }),
  };
}

/** A contact from what sets it apart. One place writes all of them, so that engines see one shape. */
function contact(given: Partial<Contact>): Contact {
  return {
    persuasion: given.persuasion ?? 1,
    certain: given.certain ?? false,
    ownInitiative: given.ownInitiative ?? false,
    familiarityGain: given.familiarityGain ?? 0,
    relevance: given.relevance ?? 0,
    relevanceInMarket: given.relevanceInMarket ?? 1,
    intrusiveness: given.intrusiveness ?? 0,
    valence: given.valence ?? 1,
    claimVariance: given.claimVariance ?? Infinity,
    usefulness: given.usefulness ?? 0,
    lessonVariance: given.lessonVariance ?? Infinity,
    bondGain: given.bondGain ?? 0,
    proactive: given.proactive ?? false,
    source: given.source ?? FROM_AD,
  };
}
