import { value, view } from '#platform';
import { screenLabels, terminalLabels } from './screen.words.js';

/** What is known of a screen at the moment it is asked for: whether it is lost, and its minutes without a heartbeat. */
export const silenceValues = {
  lost: value.flag(screenLabels.fields.lost),
  silentFor: value.count(screenLabels.fields.silentFor),
};

/** A screen that was registered: its token is told this once. */
export const terminalView = view(
  'Terminal',
  {
    id: value.id(),
    name: value.text(terminalLabels.name),
    token: value.text(terminalLabels.token),
    address: value.text(terminalLabels.address),
  },
  terminalLabels.title,
);
