import { pickOnMap, showSums } from './entry-sums.js';

const form = document.querySelector('#entry');

pickOnMap(form);
showSums(form);
