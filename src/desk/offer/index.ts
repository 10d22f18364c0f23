import type { Action } from '../../platform/visit.ts';
import type { RouteName } from '../../routes.ts';
import { deskOfferPdf, makeOffer, newOffer } from './desk-offer.actions.tsx';
import { answerOffer, ownOffer, ownOfferPdf } from './own-offer.actions.tsx';

export const offerActions = { deskOfferPdf, makeOffer, newOffer, answerOffer, ownOffer, ownOfferPdf } satisfies Partial<
  Record<RouteName, Action>
>;
