import { value } from '#platform';
import { screenLabels } from './screen.words.js';

/** What is known of a screen at the moment it is asked for: whether it is lost, and its minutes without a heartbeat. */
export const silenceValues = {
  lost: value.flag(screenLabels.fields.lost),
  silentFor: value.count(screenLabels.fields.silentFor),
};
